import type { Project, ProjectKind } from '../../../api/programmes'
import { nextId, type Said } from '../../../funding/programmes'
import { useWords } from '../../../i18n/i18n'
import { Button } from '../../../kit/Button'
import { Segments } from '../../../kit/fields/Field'
import { WholeField } from '../../../kit/fields/WholeField'

const million = 1_000_000
const most = 1_000 * million

/** The projects in the order in which they are applied for, each with a slider for what it costs. */
export function ProjectRows({ said, onSay }: { said: Said; onSay: (said: Said) => void }) {
  const { t, format } = useWords()
  const projects = said.projects ?? []
  const set = (next: Project[]) => onSay({ ...said, projects: next })
  const change = (id: string, part: Partial<Project>) =>
    set(projects.map((project) => (project.id === id ? { ...project, ...part } : project)))
  const kinds = (['smartLine', 'newFacility'] as const).map((value) => ({
    value,
    label: t(`programmes.kind.${value}`),
  }))
  return (
    <fieldset className="programme-rows">
      <legend className="label">{t('programmes.fact.projects')}</legend>
      {projects.map((project, index) => (
        <div
          key={project.id}
          className="programme-row"
          role="group"
          aria-label={t('programmes.project', { number: index + 1 })}
        >
          <Segments
            label={t('programmes.project', { number: index + 1 })}
            options={kinds}
            value={project.kind}
            onChange={(kind) => change(project.id, { kind: kind as ProjectKind })}
          />
          <WholeField
            label={t('programmes.cost')}
            value={project.approvedCost}
            onChange={(cost) => change(project.id, { approvedCost: cost ?? 0 })}
          />
          <input
            type="range"
            aria-label={t('programmes.cost')}
            aria-valuetext={format.money(project.approvedCost)}
            min={0}
            max={most}
            step={million}
            value={Math.min(most, project.approvedCost)}
            onChange={(event) => change(project.id, { approvedCost: Number(event.target.value) })}
          />
          <div className="row">
            <Button look="small" onClick={() => set(split(projects, project))}>
              {t('programmes.split')}
            </Button>
            <Button look="small" onClick={() => set(projects.filter(({ id }) => id !== project.id))}>
              {t('programmes.remove')}
            </Button>
          </div>
        </div>
      ))}
      <Button
        look="small"
        onClick={() => set([...projects, { id: nextId(projects), kind: 'smartLine', approvedCost: 30 * million }])}
      >
        {t('programmes.addProject')}
      </Button>
    </fieldset>
  )
}

/** In two lines of half the cost; the first keeps the odd dollar. */
function split(projects: Project[], project: Project) {
  const half = Math.floor(project.approvedCost / 2)
  const other: Project = { id: nextId(projects), kind: 'smartLine', approvedCost: half }
  return projects.flatMap((existing) =>
    existing.id === project.id
      ? [{ ...existing, kind: 'smartLine' as const, approvedCost: existing.approvedCost - half }, other]
      : [existing],
  )
}
