import { useState } from 'react'
import { api } from '../../../api/client'
import type { Introduction } from '../../../api/introductions'
import { useSave } from '../../../api/useSave'
import { useWords } from '../../../i18n/i18n'
import { Button } from '../../../kit/Button'
import { TextArea } from '../../../kit/fields/Field'
import { ProblemNotice } from '../../../kit/Notice'
import type { Change } from '../useMoves'

/** Where the office notes something for itself; the notes stand in the timeline, and neither side reads them. */
export function Notes({ card, change }: { card: Introduction; change: Change }) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const { onSubmit, busy, error } = useSave()
  const add = async () => {
    const failure = await change(card, ({ id }) =>
      api.post('/api/introductions/{id}/notes', { path: { id }, body: { text: text.trim() } }),
    )
    if (failure !== undefined) throw failure
    setText('')
  }
  return (
    <section>
      <h3>{t('desk.notes.title')}</h3>
      <form onSubmit={onSubmit(add)}>
        <TextArea
          label={t('desk.notes.add')}
          hint={t('desk.notes.who')}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button look="small" type="submit" disabled={busy || text.trim() === ''}>
          {t('desk.notes.save')}
        </Button>
        <ProblemNotice error={error} />
      </form>
    </section>
  )
}
