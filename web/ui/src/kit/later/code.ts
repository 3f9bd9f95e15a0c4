const longestPause = 8_000 // ms
const tries = 6 // while the server answers; about 16 s

/** Reads again what a lost connection kept from coming; never gives up while the server can't be reached. */
export async function laterCode<Read>(read: () => Promise<Read>): Promise<Read> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await read()
    } catch (error) {
      await pause(Math.min(250 * 2 ** attempt, longestPause))
      const page = await served()
      if (page !== undefined && isOther(page))
        location.reload() // a new release has no files of this one
      else if (page !== undefined && attempt >= tries) throw error
      await restyled()
    }
  }
}

/** The page as the server has it now; undefined where it does not answer. */
async function served() {
  try {
    const answer = await fetch('/', { cache: 'no-store' })
    return answer.ok ? await answer.text() : undefined
  } catch {
    return undefined
  }
}

const isOther = (page: string) => {
  const own = document.querySelector('script[type=module][src]')?.getAttribute('src')
  return !!own && !page.includes(own)
}

/** The build asks for a style once alone: one that did not come is asked for here. */
async function restyled() {
  const missing = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].filter(({ sheet }) => !sheet)
  await Promise.all(
    missing.map((link) => {
      const again = link.cloneNode() as HTMLLinkElement
      const done = new Promise((resolve) => (again.onload = again.onerror = resolve))
      link.replaceWith(again)
      return done
    }),
  )
}

const pause = (ms: number) =>
  new Promise<void>((resolve) => {
    const go = () => {
      clearTimeout(timer)
      removeEventListener('online', go)
      resolve()
    }
    const timer = setTimeout(go, ms)
    addEventListener('online', go)
  })
