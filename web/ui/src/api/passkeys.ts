/** Whether this browser makes and uses passkeys at this address: it needs TLS, and a name instead of numbers. */
export const canUsePasskeys = () =>
  typeof PublicKeyCredential !== 'undefined' &&
  typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function' &&
  typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function' &&
  !/^[\d.]+$|:/.test(location.hostname)

/** Lets the device make a passkey. `options` are the server's; so is what takes the answer. */
export async function makePasskey(options: string) {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    JSON.parse(options) as PublicKeyCredentialCreationOptionsJSON,
  )
  return answer(await navigator.credentials.create({ publicKey }))
}

/** Lets the device sign in by one of its passkeys. */
export async function askPasskey(options: string) {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    JSON.parse(options) as PublicKeyCredentialRequestOptionsJSON,
  )
  return answer(await navigator.credentials.get({ publicKey }))
}

/** Whether the reader or the device said no. */
export const isCancelled = (error: unknown) => error instanceof DOMException

const answer = (credential: Credential | null) => JSON.stringify((credential as PublicKeyCredential).toJSON())
