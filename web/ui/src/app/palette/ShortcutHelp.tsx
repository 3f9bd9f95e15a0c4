import { useWords } from '../../i18n/i18n'
import { CheckBox } from '../../kit/fields/Field'
import { Dialog } from '../../kit/overlays/Dialog'
import { useShortcutSetting } from '../../kit/keys/shortcuts'
import './palette.css'

const everywhere = [
  [['Ctrl', 'K'], 'palette'],
  [['?'], 'help'],
  [['Esc'], 'close'],
] as const
const lists = [
  [['↑', '↓'], 'rows'],
  [['Enter'], 'open'],
  [['x'], 'pick'],
  [['c'], 'compare'],
  [['d'], 'differences'],
  [['m'], 'map'],
] as const
const inbox = [
  [['j', 'k'], 'walk'],
  [['Enter'], 'openCard'],
  [['e'], 'next'],
  [['/'], 'find'],
] as const

/** The keys that act, and the switch that turns single ones off. */
export default function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const [on, setOn] = useShortcutSetting()
  return (
    <Dialog title={t('shortcuts.title')} closeLabel={t('close')} onClose={onClose}>
      {[['everywhere', everywhere] as const, ['lists', lists] as const, ['inbox', inbox] as const].map(
        ([key, keys]) => (
          <section key={key} className="shortcuts">
            <h3>{t(`shortcuts.${key}`)}</h3>
            <dl>
              {keys.map(([pressed, name]) => (
                <div key={name}>
                  <dt>
                    {pressed.map((cap) => (
                      <kbd key={cap}>{cap}</kbd>
                    ))}
                  </dt>
                  <dd>{t(`shortcuts.key.${name}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ),
      )}
      <CheckBox label={t('shortcuts.single')} checked={on} onChange={(event) => setOn(event.target.checked)} />
    </Dialog>
  )
}
