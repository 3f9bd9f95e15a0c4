import type { Source } from '../api/programmes'

/** Those sources whose codes are named, as items of a list: each opens where it has an address. */
export function SourceItems({ sources, codes }: { sources: readonly Source[]; codes: readonly string[] }) {
  return sources
    .filter(({ code }) => codes.includes(code))
    .map(({ code, title, address }) => (
      <li key={code}>
        <span className="meta">{code}</span>{' '}
        {address ? (
          <a href={address} rel="noreferrer" target="_blank">
            {title}
          </a>
        ) : (
          title
        )}
      </li>
    ))
}
