import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from '../Button'

/** `side`: a panel from the edge, full height; on a phone it covers the page. */
export function Dialog({
  title,
  closeLabel,
  onClose,
  side = false,
  footer,
  children,
}: {
  title: string
  closeLabel: string
  onClose: () => void
  side?: boolean
  footer?: ReactNode
  children: ReactNode
}) {
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => open || onClose()}
      className={side ? 'overlay side' : 'overlay'}
    >
      <Modal className="modal">
        <AriaDialog className="dialog">
          <header>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <Button look={['quiet', 'icon']} aria-label={closeLabel} onClick={onClose}>
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
