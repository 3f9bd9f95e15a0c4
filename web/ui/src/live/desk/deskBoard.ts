import type {
  DeskAnswer,
  DeskEvent,
  Introduction,
  IntroductionState,
  Lead,
  Load,
  Presence,
} from '../../api/introductions'
import type { Reducer } from '../subscription'

export interface CardView {
  id: string
  card: Introduction
  /** The column that it stands in: where it was just put, before the server has said so. */
  state: IntroductionState
  pending: boolean
  /** Colleagues who look at it now. */
  viewers: readonly string[]
}

export interface BoardView {
  cards: readonly CardView[]
  leads: readonly Lead[]
  /** How many new matches were left out when the board was read, since they scored less than those here. */
  leadsCut: number
  officers: readonly Load[]
  ready: boolean
}

/** A colleague's or a party's move, as the event told it. */
export interface Moved {
  card: Introduction
  by: string
}

const nobody: readonly string[] = []

/**
 * The office's board as the server tells it, and as it is shown. The two differ while a card is held, when nothing on
 * screen moves, and by the moves that this officer made and the server has not answered yet.
 */
export class DeskBoard implements Reducer<DeskEvent, DeskAnswer> {
  private readonly me: string
  private readonly cards = new Map<string, Introduction>()
  private readonly pending = new Map<string, { to: IntroductionState; version: number }>()
  private readonly leads = new Map<string, Lead>()
  private leadsCut = 0
  private officers: Load[] = []
  private viewers = new Map<string, string[]>()
  private readonly touched = new Set<string>()
  private leadsChanged = false
  private ready = false
  private holds = 0
  private readonly shown = new Map<string, CardView>()
  private view: BoardView = { cards: [], leads: [], leadsCut: 0, officers: [], ready: false }
  private readonly listeners = new Set<() => void>()
  private readonly movedListeners = new Set<(move: Moved) => void>()

  constructor(me: string) {
    this.me = me
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readBoard = () => this.view
  readCard = (id: string) => this.shown.get(id)
  /** The newest that is known of a card, shown or not. */
  newest = (id: string) => this.cards.get(id)

  /** The listener is told of what somebody else does, from now on, to a card that is on the board. */
  onMoved = (listener: (move: Moved) => void) => {
    this.movedListeners.add(listener)
    return () => void this.movedListeners.delete(listener)
  }

  /** The whole board. */
  replace({ introductions = [], leads = [], leadCount, officers, presence }: DeskAnswer) {
    for (const id of this.cards.keys()) this.touched.add(id)
    this.cards.clear()
    this.leads.clear()
    for (const card of introductions) this.keep(card)
    for (const lead of leads) this.leads.set(lead.key, lead)
    this.leadsCut = (leadCount ?? leads.length) - leads.length
    this.leadsChanged = true
    if (officers) this.officers = officers
    if (presence) this.see(presence)
    this.ready = true
  }

  apply(events: DeskEvent[], live: boolean) {
    for (const event of events) {
      const { introduction: card, by } = event
      const before = card && this.cards.get(card.id)
      this.applyOne(event)
      if (live && card && before && before.state !== card.state && by && by !== this.me)
        for (const listener of this.movedListeners) listener({ card, by })
    }
  }

  private applyOne(event: DeskEvent) {
    if (event.introduction) this.keep(event.introduction)
    if (event.gone !== undefined) this.drop(event.gone)
    if (event.lead) this.leads.set(event.lead.key, event.lead)
    if (event.leadGone !== undefined) this.leads.delete(event.leadGone)
    this.leadsChanged ||= Boolean(event.lead) || event.leadGone !== undefined
  }

  private keep(card: Introduction) {
    const held = this.cards.get(card.id)
    // An answer to a request and the event of the same change come in either order.
    if (held && held.version > card.version) return
    this.cards.set(card.id, card)
    if (card.version > (this.pending.get(card.id)?.version ?? Infinity)) this.pending.delete(card.id)
    this.touched.add(card.id)
  }

  /** What a request answered. */
  put(card: Introduction) {
    this.keep(card)
    this.publish()
  }

  /** It is not there for this officer, or not any more. */
  drop(id: string) {
    this.cards.delete(id)
    this.pending.delete(id)
    this.touched.add(id)
  }

  see(presence: Presence[]) {
    const next = new Map(
      presence.map((entry) => [entry.introduction, entry.officers.filter((officer) => officer !== this.me)]),
    )
    for (const id of new Set([...this.viewers.keys(), ...next.keys()]))
      if (String(this.viewers.get(id)) !== String(next.get(id))) this.touched.add(id)
    this.viewers = next
  }

  /** Shows a card where this officer has put it. */
  expect(id: string, to: IntroductionState) {
    const card = this.cards.get(id)
    if (!card) return
    this.pending.set(id, { to, version: card.version })
    this.touched.add(id)
    this.publish()
  }

  /** The server refused: the card stands where it stood, or where somebody else has put it meanwhile. */
  rollBack(id: string) {
    this.pending.delete(id)
    this.touched.add(id)
    this.publish()
  }

  /** Nothing on screen moves until it is released. */
  hold() {
    this.holds++
  }

  release() {
    this.holds = Math.max(0, this.holds - 1)
    this.publish()
  }

  /** Brings on screen what has changed; cards that have not keep their views, so that nothing else is drawn again. */
  publish() {
    if (this.holds > 0) return
    for (const id of this.touched) {
      const card = this.cards.get(id)
      if (card) this.shown.set(id, this.viewOf(card))
      else this.shown.delete(id)
    }
    const changed = this.touched.size > 0 || !this.view.ready
    this.view = {
      cards: changed ? [...this.shown.values()] : this.view.cards,
      leads: this.leadsChanged ? [...this.leads.values()] : this.view.leads,
      leadsCut: this.leadsCut,
      officers: this.officers,
      ready: this.ready,
    }
    this.touched.clear()
    this.leadsChanged = false
    for (const listener of this.listeners) listener()
  }

  private viewOf(card: Introduction): CardView {
    const pending = this.pending.get(card.id)
    return {
      id: card.id,
      card,
      state: pending?.to ?? card.state,
      pending: Boolean(pending),
      viewers: this.viewers.get(card.id) ?? nobody,
    }
  }
}
