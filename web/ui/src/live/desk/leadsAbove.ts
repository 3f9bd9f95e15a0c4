const key = 'matchmaker.leads.above'
const usual = 60

/** The least score of the new matches that the officer wants to see, kept in this browser. */
export const leadsAbove = () => Number(localStorage.getItem(key) ?? usual)

export const keepLeadsAbove = (score: number) => localStorage.setItem(key, String(score))
