import { Button, Menu, UnstyledButton } from '@mantine/core'
import { ChevronDown, Plus } from 'lucide-react'
import { Link, useNavigate } from 'react-router'
import { useSession } from '../../api/session.ts'
import { useShortcut } from '../../parts/shortcuts.tsx'
import { useWords } from '../../words/index.ts'
import { navigationWords } from '../navigation-words.ts'
import { NEW_THINGS, type NewThing } from '../new-things.ts'
import barStyles from './bottom-bar.module.css'

/** *New*, from anywhere: straight to the one thing there is, or a choice among them. */
export function NewMenu({ isInBar = false }: { isInBar?: boolean }) {
  const say = useWords(navigationWords)
  const { permissions } = useSession()
  const things = NEW_THINGS.filter(({ permission }) => permissions.includes(permission))
  const [first] = things
  if (first === undefined) return null
  const face = isInBar ? (
    <UnstyledButton className={barStyles.place}>
      <Plus size={20} aria-hidden />
      {say('new')}
    </UnstyledButton>
  ) : (
    <Button
      variant="default"
      leftSection={<Plus size={16} aria-hidden />}
      rightSection={<ChevronDown size={14} aria-hidden />}
    >
      {say('new')}
    </Button>
  )
  return (
    <>
      <Menu position={isInBar ? 'top' : 'bottom-end'} width={240}>
        <Menu.Target>{face}</Menu.Target>
        <Menu.Dropdown>
          {things.map(({ path, words, icon: Icon, shortcut }) => (
            <Menu.Item
              key={path}
              component={Link}
              to={path}
              leftSection={<Icon size={16} aria-hidden />}
              rightSection={shortcut}
            >
              {say(words)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {!isInBar && things.map((thing) => <Key key={thing.path} thing={thing} />)}
    </>
  )
}

function Key({ thing: { path, words, shortcut } }: { thing: NewThing }) {
  const say = useWords(navigationWords)
  const navigate = useNavigate()
  useShortcut(shortcut ?? '', say(words), () => navigate(path), shortcut !== undefined)
  return null
}
