import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'wouter'
import { type BriefState, emptyBrief, fromAddress, toAddress, withBrief } from './address'

const key = 'matchmaker.brief'

/** The Brief that this browser showed last, as an address holds it; undefined: none. */
export const rememberedBrief = () => fromAddress(new URLSearchParams(localStorage.getItem(key) ?? ''))

/** Forgets the last Brief, so that nobody else at this browser meets it. */
export const forgetBrief = () => localStorage.removeItem(key)

/** The Brief in the address, and how it changes there; the step back leads to the page before it. */
export function useBrief() {
  const [search, setSearch] = useSearchParams()
  const text = search.toString()
  const brief = useMemo(() => fromAddress(new URLSearchParams(text)), [text])
  const setBrief = useCallback(
    (change: (before: BriefState) => BriefState) =>
      setSearch(
        (before) => {
          const next = change(fromAddress(before) ?? emptyBrief)
          localStorage.setItem(key, toAddress(next).toString())
          return withBrief(before, next)
        },
        { replace: true },
      ),
    [setSearch],
  )
  return { brief, setBrief }
}
