import { Link } from 'wouter'
import { useWords } from '../../../i18n/i18n'
import { type Asked, listOf } from '../figures'
import { figureName } from '../names'

/** A number that opens the introductions behind it; none is a dash. */
export function Count({ figure, count = 0, asked }: { figure: string; count?: number | undefined; asked: Asked }) {
  const words = useWords()
  return count === 0 ? (
    <span>–</span>
  ) : (
    <Link href={listOf(figure, asked)} aria-label={`${words.format.number(count)}: ${figureName(figure, words)}`}>
      {words.format.number(count)}
    </Link>
  )
}
