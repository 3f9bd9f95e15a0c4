import { type ReactNode, useState } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useBackCloses } from '../back/useBackCloses'
import { Button } from '../Button'
import { heldEdits, mayClose } from '../unsaved/useUnsavedGuard'

/**
 * `side`: a panel from the edge, full height; on a phone it covers the page. Back closes it, and whatever closes it
 * asks first where edits in it would be lost.
 */
export function Dialog({
  title,
  closeLabel,
  onClose,
  side = false,
  inAddress = false,
  footer,
  children,
}: {
  title: string
  closeLabel: string
  onClose: () => void
  side?: boolean
  /** The address shows it, so that Back closes it anyway. */
  inAddress?: boolean
  footer?: ReactNode
  children: ReactNode
}) {
  const [before] = useState(heldEdits)
  const close = () => {
    const may = mayClose(before)
    if (may) onClose()
    return may
  }
  useBackCloses(!inAddress, close)
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => open || close()}
      className={side ? 'overlay side' : 'overlay'}
    >
      <Modal className="modal">
        <AriaDialog className="dialog">
          <header>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <Button look={['quiet', 'icon']} aria-label={closeLabel} onClick={close}>
              ✕
            </Button>
          </header>
          <div className="body">{children}</div>
          {footer && <footer>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
