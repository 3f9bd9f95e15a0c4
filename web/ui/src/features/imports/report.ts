export interface RejectedCell {
  line: number
  column?: string
  value?: string
  message: string
}

export interface ImportReport {
  read: number
  created: number
  updated: number
  unchanged: number
  rejected: RejectedCell[]
}
