import type { ReactNode } from 'react'

/** How a workshop of a level looks: by hand, machines, machines in one net, decisions by data, a line that adjusts. */
export function LevelPicture({ level }: { level: number }) {
  return (
    <svg className="level-picture" viewBox="0 0 96 64" aria-hidden="true">
      <path className="floor" d="M4 58 H92" />
      {pictures[level]}
    </svg>
  )
}

const Machine = ({ x, lit = false }: { x: number; lit?: boolean }) => (
  <g transform={`translate(${x} 34)`}>
    <rect className="body" width="20" height="24" rx="2" />
    <rect className={lit ? 'lit' : 'dark'} x="4" y="4" width="12" height="7" rx="1" />
    <path d="M4 17 H16" />
  </g>
)

const pictures: Record<number, ReactNode> = {
  0: (
    <>
      <circle className="body" cx="30" cy="17" r="6" />
      <path d="M30 23 V40 M30 28 L46 34 M30 28 L22 36 M30 40 L24 58 M30 40 L36 58" />
      <rect className="body" x="44" y="38" width="40" height="5" rx="1" />
      <path d="M50 43 V58 M78 43 V58" />
      <rect className="accent" x="54" y="30" width="9" height="8" rx="1" />
      <path d="M46 34 L54 33" />
      <rect className="body" x="68" y="32" width="9" height="6" rx="1" />
    </>
  ),
  1: (
    <>
      <Machine x={10} lit />
      <Machine x={38} lit />
      <Machine x={66} />
      <path className="thin" d="M14 28 h12 M42 28 h12" />
    </>
  ),
  2: (
    <>
      <Machine x={10} lit />
      <Machine x={38} lit />
      <Machine x={66} lit />
      <path className="net" d="M20 34 V20 H76 V34 M48 34 V14" />
      <rect className="accent" x="38" y="5" width="20" height="11" rx="2" />
    </>
  ),
  3: (
    <>
      <Machine x={10} lit />
      <Machine x={66} lit />
      <rect className="body" x="30" y="6" width="36" height="26" rx="2" />
      <path className="net" d="M35 26 L43 19 L50 22 L61 11" />
      <circle className="accent" cx="61" cy="11" r="2.5" />
      <path className="net" d="M20 34 V20 H30 M76 34 V20 H66" />
      <path d="M48 32 V58 M40 58 H56" />
    </>
  ),
  4: (
    <>
      <path d="M26 58 V46 L38 30 L54 36" />
      <circle className="body" cx="26" cy="46" r="4" />
      <circle className="body" cx="38" cy="30" r="4" />
      <path d="M54 36 V42 M50 42 H58" />
      <rect className="accent" x="50" y="46" width="9" height="7" rx="1" />
      <path className="net" d="M78 24 A 15 15 0 1 0 80 38" />
      <path className="net" d="M74 18 L79 25 L71 26" />
      <rect className="body" x="18" y="53" width="66" height="5" rx="2" />
    </>
  ),
}
