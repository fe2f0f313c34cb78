import { Button } from '@mantine/core'
import { Phone } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useMerchantAccount } from '../../api/merchant-account.ts'
import { useMay } from '../../api/session.ts'
import { useWords } from '../../words/index.ts'
import { byPhoneWords } from './words.ts'

interface Props {
  /** Whether there is something to pay just now. */
  isOpen: boolean
  /** The dialog that says what. */
  children: (onClose: () => void) => ReactNode
}

/** *Take a payment by phone*, for whoever may, where the payments account takes money. */
export function TakeByPhone({ isOpen, children }: Props) {
  const say = useWords(byPhoneWords)
  const mayTake = useMay('payments.receive') && isOpen
  const { data: account, isError } = useMerchantAccount({ enabled: mayTake })
  const [isAsked, setAsked] = useState(false)
  const isKnown = account !== undefined || isError
  if (!mayTake || (isKnown && account?.status !== 'enabled')) return null
  return (
    <>
      <Button
        variant="default"
        leftSection={<Phone size={16} aria-hidden />}
        disabled={!isKnown}
        onClick={() => setAsked(true)}
      >
        {say('take')}
      </Button>
      {isAsked && children(() => setAsked(false))}
    </>
  )
}
