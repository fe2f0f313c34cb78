import { Anchor, UnstyledButton } from '@mantine/core'
import { Link } from 'react-router'
import { useSessionQuery } from '../../api/session.ts'
import { useLanguage, useWords } from '../../words/index.ts'
import { answerWords } from './answers.ts'
import styles from './help.module.css'
import { GROUPS, questionWords } from './questions.ts'
import { words } from './words.ts'

/** The questions about payment links in four groups, for staff and for whoever is not signed in. */
export function Component() {
  const say = useWords(words)
  const ask = useWords(questionWords)
  const answer = useWords(answerWords)
  const { data: session } = useSessionQuery()
  const { language, chooseLanguage } = useLanguage()
  const other = language === 'en' ? 'fr' : 'en'
  const groups = Object.keys(GROUPS) as (keyof typeof GROUPS)[]
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <span className={styles.mark}>
          <img src="/dashboard/icon.svg" alt="" width={28} height={28} />
          Quittance
        </span>
        {session ? (
          <Anchor component={Link} to="/">
            {say('back')}
          </Anchor>
        ) : (
          <span className={styles.ways}>
            <Anchor component={Link} to="/sign-in">
              {say('signIn')}
            </Anchor>
            <UnstyledButton lang={other} className={styles.language} onClick={() => chooseLanguage(other)}>
              {other === 'fr' ? 'Français' : 'English'}
            </UnstyledButton>
          </span>
        )}
      </header>
      <main className={styles.main}>
        <h1>{say('title')}</h1>
        <p className={styles.text}>{say('text')}</p>
        {groups.map((group) => (
          <section key={group} className={styles.group}>
            <h2>{say(group)}</h2>
            {GROUPS[group].map((question) => (
              <details key={question} className={styles.question}>
                <summary>{ask(question)}</summary>
                <p>{answer(question)}</p>
              </details>
            ))}
          </section>
        ))}
      </main>
    </div>
  )
}
