import { ArrowRight, ChevronRight } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { Link } from 'wouter'

/** A part of a home: what it is about, a way to all of it, and its content. */
export function HomeCard({
  title,
  note,
  all,
  children,
}: {
  title: string
  note?: ReactNode
  /** Where the whole of it stands. */
  all?: { href: string; text: string }
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className="card home-card" aria-labelledby={id}>
      <div className="home-card-head">
        <h2 id={id}>{title}</h2>
        {note && <span className="meta">{note}</span>}
        {all && (
          <Link href={all.href} className="home-all">
            {all.text}
            <ArrowRight size={14} strokeWidth={1.9} aria-hidden />
          </Link>
        )}
      </div>
      {children}
    </section>
  )
}

/** One line that leads somewhere: the whole of it can be pressed. */
export function HomeRow({
  href,
  title,
  meta,
  end,
  mark,
}: {
  href: string
  title: ReactNode
  meta?: ReactNode
  end?: ReactNode
  /** Stands before it. */
  mark?: ReactNode
}) {
  return (
    <li className="home-row">
      {mark}
      <div className="home-row-text">
        <Link href={href}>{title}</Link>
        {meta && <div className="meta">{meta}</div>}
      </div>
      {end && <div className="home-row-end">{end}</div>}
      <ChevronRight size={16} strokeWidth={1.9} aria-hidden />
    </li>
  )
}
