import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { Empty } from '../parts/empty.tsx'
import { defineWords, useWords } from '../words/index.ts'

const words = defineWords({
  en: {
    title: 'There is nothing at this address.',
    text: 'It may have moved, or your role may not show it.',
    home: 'Go to Home',
  },
  fr: {
    title: 'Il n’y a rien à cette adresse.',
    text: 'La page a peut-être changé d’adresse, ou votre rôle ne la montre pas.',
    home: 'Aller à l’accueil',
  },
})

export function NotHere() {
  const say = useWords(words)
  return (
    <Empty
      isScreen
      title={say('title')}
      text={say('text')}
      action={
        <Button component={Link} to="/">
          {say('home')}
        </Button>
      }
    />
  )
}
