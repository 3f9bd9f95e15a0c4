import type { components, paths } from './schema.gen'

/** The records of the HTTP and hub contract, by the names of the OpenAPI document. */
export type Schemas = components['schemas']

/** What a failed request answers with (RFC 9457). `status` 0: the server could not be reached. */
export type Problem = Omit<Schemas['Problem'], 'title'> & { title?: string }

/** An answer that is no success. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title ?? String(problem.status))
    this.problem = problem
  }

  get status() {
    return this.problem.status
  }

  /** Messages by the path of the field. */
  get errors() {
    return this.problem.errors ?? {}
  }
}

type Method = 'get' | 'post' | 'put' | 'delete'
export type PathsOf<M extends Method> = { [P in keyof paths]: paths[P][M] extends object ? P : never }[keyof paths]

type Json<T> = T extends { content: { 'application/json': infer Content } } ? Content : undefined
/** What a successful request answers with. */
export type AnswerOf<Operation> = Operation extends { responses: infer Responses }
  ? Json<Responses[keyof Responses & (200 | 201 | 202 | 204)]>
  : never
type PathOf<Operation> = Operation extends { parameters: { path: infer Path extends object } }
  ? { path: Path }
  : unknown
type QueryOf<Operation> = Operation extends { parameters: { query?: infer Query } }
  ? { query?: { [Name in keyof Query]?: Query[Name] | undefined } }
  : unknown
type BodyOf<Operation> = Operation extends { requestBody: { content: { 'text/csv': unknown } } }
  ? { file: Upload }
  : Operation extends { requestBody: { content: { 'application/json': infer Body } } }
    ? { body: Body }
    : unknown

/** Content that is sent unchanged under this media type. */
interface Upload {
  content: Blob
  type: string
}

/** `version`: the version that the caller saw (If-Match). */
type Given<Operation> = PathOf<Operation> &
  QueryOf<Operation> &
  BodyOf<Operation> & { version?: number; signal?: AbortSignal | undefined }
type Arguments<Operation> = object extends Given<Operation> ? [given?: Given<Operation>] : [given: Given<Operation>]

interface Sent {
  path?: Record<string, string>
  query?: Record<string, string | number | boolean | undefined>
  body?: unknown
  file?: Upload
  version?: number
  signal?: AbortSignal | undefined
}

function method<M extends Method>(name: M) {
  return <P extends PathsOf<M>>(path: P, ...[given]: Arguments<paths[P][M]>) =>
    request(name, path, (given ?? {}) as Sent) as Promise<AnswerOf<paths[P][M]>>
}

/** The server's operations; paths, parameters, bodies and answers are those of the OpenAPI document. */
export const api = { get: method('get'), post: method('post'), put: method('put'), delete: method('delete') }

async function request(method: Method, template: string, sent: Sent): Promise<unknown> {
  const response = await send(method, address(template, sent), sent)
  if (!response.ok) throw new ProblemError(await readProblem(response))
  const text = response.status === 204 ? '' : await response.text()
  return text ? JSON.parse(text) : undefined
}

/** The address of a file for a link. */
export const linkTo = <P extends PathsOf<'get'>>(path: P, given: PathOf<paths[P]['get']> & QueryOf<paths[P]['get']>) =>
  address(path, given as Sent)

/** The path with its parameters, each encoded because ids may hold any character, and the query. */
function address(template: string, { path = {}, query = {} }: Pick<Sent, 'path' | 'query'>) {
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''))
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return search ? `${filled}?${search}` : filled
}

async function send(method: Method, url: string, { body, file, version, signal }: Sent) {
  const headers = new Headers({ Accept: 'application/json', 'Accept-Language': document.documentElement.lang })
  if (file) headers.set('Content-Type', file.type)
  else if (body !== undefined) headers.set('Content-Type', 'application/json')
  if (version !== undefined) headers.set('If-Match', `"${version}"`)
  if (method !== 'get') headers.set('X-XSRF-TOKEN', cookie('XSRF-TOKEN'))
  const content = file ? file.content : body === undefined ? null : JSON.stringify(body)
  try {
    return await fetch(url, { method: method.toUpperCase(), headers, body: content, signal: signal ?? null })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new ProblemError({ status: 0 })
  }
}

/** Whether this browser is signed in: the server gives the token against forged requests to nobody else. */
export const isSignedIn = () => cookie('XSRF-TOKEN') !== ''

function cookie(name: string) {
  const pair = document.cookie.split('; ').find((entry) => entry.startsWith(`${name}=`))
  return pair ? decodeURIComponent(pair.slice(name.length + 1)) : ''
}

async function readProblem(response: Response): Promise<Problem> {
  try {
    return { ...((await response.json()) as Problem), status: response.status }
  } catch {
    return { status: response.status }
  }
}
