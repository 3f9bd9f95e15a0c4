/** Two squares that overlap: those who come and those who are here. */
export const Mark = () => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <rect x="2" y="2" width="13" height="13" rx="3.5" fill="var(--brand)" />
    <rect x="9" y="9" width="13" height="13" rx="3.5" fill="var(--paper)" stroke="var(--ink)" strokeWidth="2.2" />
    <path d="M12.5 15.5a3 3 0 0 1 3-3h0v2.5h-3z" fill="var(--brand)" />
  </svg>
)
