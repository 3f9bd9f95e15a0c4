import type { Problem } from './types'

/** An answer that is no success. `status` 0: the server could not be reached. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title ?? String(problem.status))
    this.problem = problem
  }

  get status() {
    return this.problem.status
  }
}

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  body?: unknown
  /** Sent as it is, with this type, in place of a JSON body. */
  file?: { content: Blob; type: string }
  version?: number
  signal?: AbortSignal | undefined
}

export async function request<Answer>(path: string, options: RequestOptions = {}): Promise<Answer> {
  const response = await send(path, options)
  if (!response.ok) throw new ProblemError(await readProblem(response))
  return response.status === 204 ? (undefined as Answer) : readBody<Answer>(response)
}

async function send(path: string, options: RequestOptions) {
  const { method = 'GET', body, file, version, signal } = options
  const headers = new Headers({ Accept: 'application/json', 'Accept-Language': document.documentElement.lang })
  if (file) headers.set('Content-Type', file.type)
  else if (body !== undefined) headers.set('Content-Type', 'application/json')
  if (version !== undefined) headers.set('If-Match', `"${version}"`)
  if (method !== 'GET') headers.set('X-XSRF-TOKEN', cookie('XSRF-TOKEN'))
  const content = file ? file.content : body === undefined ? null : JSON.stringify(body)
  try {
    return await fetch(path, { method, headers, body: content, signal: signal ?? null })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new ProblemError({ status: 0 })
  }
}

function cookie(name: string) {
  const pair = document.cookie.split('; ').find((entry) => entry.startsWith(`${name}=`))
  return pair ? decodeURIComponent(pair.slice(name.length + 1)) : ''
}

async function readBody<Answer>(response: Response) {
  const text = await response.text()
  return (text ? JSON.parse(text) : undefined) as Answer
}

async function readProblem(response: Response): Promise<Problem> {
  try {
    return { ...((await response.json()) as Problem), status: response.status }
  } catch {
    return { status: response.status }
  }
}

/** The path of a record; each segment is encoded, since ids may hold any character. */
export function at(...segments: string[]) {
  return (
    '/api/' +
    segments
      .flatMap((segment) => segment.split('/'))
      .map(encodeURIComponent)
      .join('/')
  )
}

export function query(parameters: Record<string, string | number | boolean | undefined>) {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '')
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return search ? `?${search}` : ''
}
