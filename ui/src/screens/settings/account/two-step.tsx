import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../../api/client.ts'
import { useSession, useTakeSession } from '../../../api/session.ts'
import { Confirm } from '../../../parts/confirm.tsx'
import { CopyButton } from '../../../parts/copy-button.tsx'
import { PasswordField } from '../../../parts/password-field.tsx'
import { ProblemNote } from '../../../parts/problem.tsx'
import { StatusBadge } from '../../../parts/status-badge.tsx'
import { useToast } from '../../../parts/toasts.tsx'
import { useWords } from '../../../words/index.ts'
import { Card } from '../frame/section.tsx'
import styles from './account.module.css'
import { words } from './words.ts'

/** Two-step sign-in: begun with a QR code, turned on by a first code, its recovery codes shown once, turned off. */
export function TwoStep() {
  const say = useWords(words)
  const session = useSession()
  const takeSession = useTakeSession()
  const toast = useToast()
  const [code, setCode] = useState('')
  const [isTurningOff, setTurningOff] = useState(false)
  const isOn = session.user.totp_enabled
  const mark = (totp_enabled: boolean) => takeSession({ ...session, user: { ...session.user, totp_enabled } })
  const beginning = useMutation({ mutationFn: () => ask(api.POST('/v1/user/totp')) })
  const confirming = useMutation({
    mutationFn: () => ask(api.POST('/v1/user/totp/confirm', { body: { code: code.replace(/\s/g, '') } })),
    onSuccess: () => {
      toast({ tone: 'done', text: say('turnedOn') })
      mark(true)
      beginning.reset()
      setCode('')
    },
  })
  if (confirming.data !== undefined) {
    const { recovery_codes: codes } = confirming.data
    return (
      <Card title={say('codesTitle')} text={say('codes')}>
        <ul className={styles.codes}>
          {codes.map((each) => (
            <li key={each}>
              <code>{each}</code>
            </li>
          ))}
        </ul>
        <div className={styles.form}>
          <CopyButton text={codes.join('\n')}>{say('copyCodes')}</CopyButton>
          <Button onClick={() => confirming.reset()}>{say('codesDone')}</Button>
        </div>
      </Card>
    )
  }
  return (
    <Card
      title={say('twoStep')}
      text={say('twoStepText')}
      actions={<StatusBadge tone={isOn ? 'paid' : 'quiet'}>{say(isOn ? 'isOn' : 'isOff')}</StatusBadge>}
    >
      <ProblemNote error={beginning.error} />
      {isOn ? (
        <div className={styles.form}>
          <Button variant="default" onClick={() => setTurningOff(true)}>
            {say('turnOff')}
          </Button>
        </div>
      ) : beginning.data === undefined ? (
        <div className={styles.form}>
          <Button variant="default" loading={beginning.isPending} onClick={() => beginning.mutate()}>
            {say('turnOn')}
          </Button>
        </div>
      ) : (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            confirming.mutate()
          }}
        >
          <p>{say('scan')}</p>
          <img className={styles.qr} src={pictureOf(beginning.data.qr_svg)} alt={say('qr')} />
          <div className={styles.secret}>
            <TextInput label={say('secret')} readOnly value={beginning.data.secret} />
            <CopyButton text={beginning.data.secret}>{say('copy')}</CopyButton>
          </div>
          <TextInput
            label={say('code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <ProblemNote error={confirming.error} />
          <Button type="submit" loading={confirming.isPending} disabled={code.trim() === ''}>
            {say('confirm')}
          </Button>
        </form>
      )}
      {isTurningOff && <TurnOff onOff={() => mark(false)} onClose={() => setTurningOff(false)} />}
    </Card>
  )
}

function TurnOff({ onOff, onClose }: { onOff: () => void; onClose: () => void }) {
  const say = useWords(words)
  const toast = useToast()
  const [password, setPassword] = useState('')
  return (
    <Confirm
      title={say('turnOffTitle')}
      action={say('turnOff')}
      isDangerous
      isDisabled={password === ''}
      onConfirm={async () => {
        await ask(api.DELETE('/v1/user/totp', { body: { password } }))
        toast({ tone: 'done', text: say('turnedOff') })
        onOff()
      }}
      onClose={onClose}
    >
      <p>{say('turnOffText')}</p>
      <PasswordField
        label={say('current')}
        autoComplete="current-password"
        data-autofocus
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
    </Confirm>
  )
}

/** The server's drawing as a picture: the policy lets pictures in, not foreign markup. */
function pictureOf(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
