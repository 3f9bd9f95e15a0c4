import { FileSpreadsheet, Pencil, Printer } from 'lucide-react'
import { useRef, useState } from 'react'
import { Link } from 'wouter'
import { linkTo } from '../../../api/client'
import type { PathStep, PlaceNeeds, UpgradePath, UpgradeStep } from '../../../upgrade/types'
import { useWords } from '../../../i18n/i18n'
import { Button } from '../../../kit/Button'
import { hongKongDay } from '../../../kit/days/hongKong'
import { Notice, ProblemNotice } from '../../../kit/Notice'
import { Toasts, useToasts } from '../../../kit/overlays/Toasts'
import { added, changed, dropped, monthAfter, mostSteps, moved } from '../draft'
import { usePathWords } from '../pathWords'
import { StepCard } from '../step/StepCard'
import type { StepMoves } from '../step/StepFields'
import { Timeline } from '../timeline/Timeline'
import type { UpgradeEditor } from '../useUpgrade'
import { Assumptions } from './Assumptions'
import { Consent } from '../consent/Consent'
import { News } from '../news/News'
import { Reminders } from '../news/Reminders'
import { useNews } from '../news/useNews'
import { AskForPath } from '../office/AskForPath'
import { Places } from '../places/Places'
import { KeepBar } from './KeepBar'
import { OpensChart } from './OpensChart'
import './path.css'
import { QuartersChart } from './QuartersChart'
import { Reasons, Suggestions } from './Suggestions'
import { reasonsOf } from './reasons'
import { Standing } from './Standing'
import { Totals } from './Totals'
import { usePath } from './usePath'

/** The path: where the firm stands, what it costs and who pays, each step, and what else would help. */
export function PathView({ firm, editor, toAnswers }: { firm: string; editor: UpgradeEditor; toAnswers: string }) {
  const { t, format, language } = useWords()
  const names = usePathWords()
  const { path, before, steps, isProposal, isWorking, error, problems } = usePath(firm, editor)
  const news = useNews(firm)
  const { toasts, show, close } = useToasts()
  const heading = useRef<HTMLHeadingElement>(null)
  /** What was done to the path last, for those who do not see it change. */
  const [said, setSaid] = useState('')
  const [needs, setNeeds] = useState<PlaceNeeds>({})
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const open = (step: string, isOpen: boolean) =>
    setOpened((held) => {
      if (held.has(step) === isOpen) return held
      const next = new Set(held)
      if (isOpen) next.add(step)
      else next.delete(step)
      return next
    })
  const set = (next: UpgradeStep[]) => editor.setSteps(next)
  const moves: StepMoves = {
    change: (step, change) => set(changed(steps, step, change)),
    move: (step, by) => {
      set(moved(steps, step, by))
      setSaid(t(by < 0 ? 'upgrade.said.earlier' : 'upgrade.said.later', { step: names.stepName(step) }))
      refocus(step)
    },
    drop: (step) => {
      set(dropped(steps, step))
      setSaid(t('upgrade.said.dropped', { step: names.stepName(step) }))
      heading.current?.focus()
    },
    isOpen: (step) => opened.has(step),
    open,
    errors: (step, field) => problems[`steps[${steps.findIndex((each) => each.step === step)}].${field}`],
  }
  const shift = ({ step, start }: PathStep, months: number) => {
    const next = monthAfter(start, months)
    if (next >= monthAfter(hongKongDay(), 0)) set(changed(steps, step, { start: next }))
  }
  const goTo = (step: string) => {
    open(step, true)
    document.getElementById(`step-${step}`)?.focus()
    document.getElementById(`step-${step}`)?.scrollIntoView({ block: 'nearest' })
  }
  if (!path)
    return (
      <>
        <ProblemNotice error={error} />
        {!error && (
          <div className="path-waiting" role="status">
            <span className="meta">{t('loading')}</span>
            <i />
            <i />
            <i />
          </div>
        )}
      </>
    )
  // In the order of the screen at once, and with the figures of the last answer until the next one is there.
  const shown = steps.flatMap(({ step }) => path.steps.find((each) => each.step === step) ?? [])
  const others = path.suggestions.filter(({ step }) => !steps.some((each) => each.step === step))
  return (
    <>
      <News items={news} />
      <p id="upgrade-said" className="visually-hidden" role="status">
        {said}
      </p>
      <div className="path-top">
        <section className="card" aria-labelledby="upgrade-level">
          <div className="path-head">
            <h2 id="upgrade-level">{t('upgrade.level.title')}</h2>
            <Link href={toAnswers} className="button small">
              <Pencil size={15} strokeWidth={1.9} aria-hidden /> {t('upgrade.answers')}
            </Link>
          </div>
          <Standing level={path.level} reached={reachedBy(shown, names.stepOf)} />
        </section>
        <Totals path={path} before={before} />
      </div>
      <div className="path-news">
        <ProblemNotice error={error} />
        {editor.met && <Notice look="warn">{t('upgrade.met')}</Notice>}
      </div>
      <div className="path-head">
        <h2 ref={heading} tabIndex={-1}>
          {shown.length === 0
            ? t('upgrade.steps.empty')
            : t(isProposal ? 'upgrade.steps.proposed' : 'upgrade.steps.title', { count: shown.length })}
        </h2>
        <span className="meta" role="status">
          {isWorking ? t('upgrade.working') : t('upgrade.steps.note')}
        </span>
        <Button look="small" onClick={() => window.print()}>
          <Printer size={15} strokeWidth={1.9} aria-hidden /> {t('upgrade.print')}
        </Button>
        {!editor.isDirty && !isProposal && shown.length > 0 && (
          <a
            className="button small"
            href={linkTo('/api/firms/{id}/upgrade/path.xlsx', { path: { id: firm }, query: { language, ...needs } })}
            download
          >
            <FileSpreadsheet size={15} strokeWidth={1.9} aria-hidden /> {t('upgrade.workbook')}
          </a>
        )}
      </div>
      {shown.length === 0 && <p className="card">{t('upgrade.steps.none')}</p>}
      <Timeline steps={shown} busy={isWorking} onOpen={goTo} onShift={shift} />
      <div className="step-cards">
        {shown.map((step, index) => (
          <StepCard
            key={step.step}
            step={step}
            own={steps.find((each) => each.step === step.step)!}
            why={isProposal ? whyOf(step.step) : undefined}
            index={index}
            count={shown.length}
            moves={moves}
          />
        ))}
      </div>
      <Suggestions
        suggestions={others}
        isFull={steps.length >= mostSteps}
        onAdd={(step) => {
          set(added(steps, step))
          setSaid(t('upgrade.said.added', { step: names.stepName(step) }))
        }}
      />
      {shown.length > 0 && (
        <div className="path-charts">
          <OpensChart path={path} />
          <QuartersChart quarters={path.quarters} />
        </div>
      )}
      <Places firm={firm} steps={steps} totals={path.totals} needs={needs} onNeeds={setNeeds} />
      <AskForPath firm={firm} steps={shown} />
      <Reminders editor={editor} />
      <Consent firm={firm} editor={editor} />
      <Assumptions firm={firm} path={path} />
      {(editor.isDirty || (isProposal && shown.length > 0)) && (
        <KeepBar
          isProposal={isProposal}
          busy={editor.busy}
          error={editor.error}
          onUndo={editor.undo}
          onKeep={() => void editor.keep(steps, () => show('ok', t('upgrade.keep.kept')))}
        />
      )}
      <Toasts label={t('upgrade.keep.news')} closeLabel={t('close')} toasts={toasts} onClose={close} />
    </>
  )

  function whyOf(step: string) {
    const suggestion = path!.suggestions.find((each) => each.step === step)
    return suggestion && <Reasons reasons={reasonsOf(suggestion, names.stepOf(step), { t, format }, names)} />
  }
}

/** A button that has moved with its step keeps the focus; where it cannot act any longer, the step has it. */
function refocus(step: string) {
  const button = document.activeElement as HTMLButtonElement | null
  requestAnimationFrame(() => {
    if (button && !button.disabled) button.focus()
    else document.getElementById(`step-${step}`)?.focus()
  })
}

/** The highest level to which a step leads; undefined: no step does. */
function reachedBy(steps: UpgradePath['steps'], stepOf: (id: string) => { levelTo: number } | undefined) {
  const levels = steps.flatMap(({ step }) => stepOf(step)?.levelTo ?? [])
  return levels.length > 0 ? Math.max(...levels) : undefined
}
