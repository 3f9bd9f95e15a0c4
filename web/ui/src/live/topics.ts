import type { DeskAnswer, DeskEvent, Presence } from '../api/introductions'
import type { AnswerChange } from '../api/programmes'
import type { MatchEvent, Watched } from '../api/types'
import type { UpgradeNews } from '../upgrade/types'
import type { Topic } from './subscription'

/** A list of matches; polling also tells how many there are besides those on the list. */
export type DemandAnswer = Watched & { count?: number }
/** What a rule or a day changed: for a party as an applicant, or for the path that a firm keeps. */
export type AssessmentEvent = { sequence?: undefined; changes?: AnswerChange[]; news?: UpgradeNews }
export type PresenceEvent = { sequence?: undefined; presence: Presence[] }

const keys = {
  demand: (id: string) => `demand ${id}`,
  desk: 'desk',
  presence: 'presence',
  assessment: (applicant: string) => `assessment ${applicant}`,
}

/** The matches of a standing demand. */
export const demandTopic = (id: string): Topic<DemandAnswer> => ({
  key: keys.demand(id),
  ask: (invoke, last) => invoke('Watch', id, last),
  leave: (invoke) => invoke('Unwatch', id),
})

/** The introductions that the reader may see: for officers the desk, for parties their own. */
export const deskTopic: Topic<DeskAnswer> = {
  key: keys.desk,
  ask: (invoke, last) => invoke('WatchDesk', last),
}

/** Who looks at which introduction, all of it each time. Officers who follow the desk are told. */
export const presenceTopic: Topic<object> = { key: keys.presence }

/** What an applicant may get: the server tells what changed, and the page reads the rest itself. */
export const assessmentTopic = (applicant: string): Topic<object> => ({
  key: keys.assessment(applicant),
  ask: async (invoke) => {
    await invoke('WatchAssessment', applicant)
    return {}
  },
  leave: (invoke) => invoke('UnwatchAssessment', applicant),
})

type Message = { key: string; events: object[] }

/** The server's messages: the topic that each belongs to, and its events. */
export const messages = {
  Matches: (demand: string, events: MatchEvent[]): Message => ({ key: keys.demand(demand), events }),
  Desk: (event: DeskEvent): Message => ({ key: keys.desk, events: [event] }),
  Introduction: (event: DeskEvent): Message => ({ key: keys.desk, events: [event] }),
  Presence: (presence: Presence[]): Message => ({ key: keys.presence, events: [{ presence }] }),
  Assessment: (applicant: string, changes: AnswerChange[]): Message => ({
    key: keys.assessment(applicant),
    events: [{ changes }],
  }),
  Upgrade: (applicant: string, news: UpgradeNews): Message => ({ key: keys.assessment(applicant), events: [{ news }] }),
}
