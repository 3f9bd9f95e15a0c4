import type { ReactNode, Ref } from 'react'

/** What is wider than its place scrolls by itself, under a name and with the keyboard too. */
export function TableScroll({
  label,
  role = 'region',
  ref,
  children,
}: {
  label: string
  role?: 'region' | 'group'
  ref?: Ref<HTMLDivElement>
  children: ReactNode
}) {
  return (
    <div ref={ref} className="table-scroll" role={role} aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
