import { Upgrade } from './Upgrade'

/** A firm's path, for the office. */
export default function FirmUpgradePage({ id }: { id: string }) {
  return <Upgrade firm={id} path={`/firms/${id}/upgrade`} />
}
