import { type Bin, barsOf, type Range } from './maths/bins'
import type { Scale } from './maths/scale'

/** The bars over a slider's line: full where the list takes them, hatched where the criterion keeps them out. */
export function Bars({ bins, scale, range }: { bins: Bin[]; scale: Scale; range: Range | undefined }) {
  return (
    <div className="bars" aria-hidden="true">
      {barsOf(bins, scale, range).map(({ left, width, solid, whole }, index) => {
        const place = { left: `${left * 100}%`, width: `calc(${width * 100}% - 1px)` }
        return (
          <span key={index}>
            {whole > solid && <i className="ghost" style={{ ...place, height: `${whole * 100}%` }} />}
            {solid > 0 && <i className="solid" style={{ ...place, height: `${solid * 100}%` }} />}
          </span>
        )
      })}
    </div>
  )
}
