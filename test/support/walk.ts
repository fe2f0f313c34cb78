import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** More stops of the Tab key than this are the same over again: a table of a few hundred boxes. */
const MOST_STOPS = 90
const DIALOG = '[role="dialog"]'

/**
 * Goes through a part of the page by Tab alone, and expects that nothing is left out or out of order, that one always
 * sees where the focus is, that nothing covers it, that it is large enough for a finger, and that no text is cut.
 */
export async function expectWalkable(page: Page, name: string, root: string): Promise<void> {
  await page.evaluate(WALK)
  const stops = await page.evaluate<number>(`walk.begin(${JSON.stringify(root)})`)
  // A dialog goes round.
  const keys = Math.min(stops, MOST_STOPS) + (root === DIALOG ? 3 : 0)
  for (let key = 0; key < keys; key++) await page.keyboard.press('Tab')
  // And may take the focus to its first field once more while it opens.
  if (root === DIALOG) {
    const isWhole = () => page.evaluate<boolean>(`walk.missed().length === 0`)
    for (let key = 0; key < keys && !(await isWhole()); key++) await page.keyboard.press('Tab')
  }
  expect.soft(await page.evaluate(`walk.end(${MOST_STOPS})`), `${name} by keyboard`).toEqual([])
}

/** A dialog has the focus to itself; Escape closes it and gives the focus back to what opened it. */
export async function expectDialog(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog').last()
  expect.soft(await focusIsIn(page, DIALOG), `${name}: the focus is in it`).toBe(true)
  await expectWalkable(page, name, DIALOG)
  expect.soft(await focusIsIn(page, DIALOG), `${name}: the focus stays in it`).toBe(true)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await expectFocusBack(page, name)
}

/** A menu goes from item to item by the arrow keys; Escape closes it and gives the focus back. */
export async function expectMenu(page: Page, name: string): Promise<void> {
  const menu = page.getByRole('menu')
  const items = await menu.getByRole('menuitem').count()
  const texts = new Set<string>()
  for (let item = 0; item < items; item++) {
    await page.keyboard.press('ArrowDown')
    texts.add(await page.evaluate<string>('document.activeElement.closest("[role=menuitem]")?.textContent'))
  }
  expect.soft([...texts].filter(Boolean).length, `${name}: items reached by arrow keys`).toBe(items)
  await page.keyboard.press('Escape')
  await menu.waitFor({ state: 'detached' })
  await expectFocusBack(page, name)
}

async function expectFocusBack(page: Page, name: string): Promise<void> {
  const focused = () =>
    page.evaluate<string>(
      '(({ activeElement: at }) => (at.hasAttribute("data-opener") ? "opener" : at.outerHTML.slice(0, 120)))(document)',
    )
  await expect.poll(focused, { message: `${name}: Escape gives the focus back` }).toBe('opener')
}

function focusIsIn(page: Page, selector: string): Promise<boolean> {
  return page.evaluate<boolean>(`document.activeElement.closest(${JSON.stringify(selector)}) !== null`)
}

/** Runs in the page, where there is no type checker. */
const WALK = `globalThis.walk ??= (() => {
  const STOPS = 'a[href], button, input, select, textarea, summary, [tabindex]'
  const sees = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })
  const labelOf = (element) => element.labels?.[0] ?? element.closest('label')
  const nameOf = (element) => {
    const text = element.getAttribute('aria-label') ?? (element.textContent || labelOf(element)?.textContent)
    return element.tagName.toLowerCase() + ' "' + (text ?? '').trim().slice(0, 60) + '"'
  }
  let root, start, expected, reached, faults, held

  const isStop = (element) => {
    if (element.disabled || element.type === 'hidden' || element.tabIndex < 0 || !sees(element)) return false
    if (element.type !== 'radio') return true
    const group = [...root.querySelectorAll('input[type=radio]')].filter(({ name }) => name === element.name)
    return element === (group.find(({ checked }) => checked) ?? group[0])
  }
  // What may show the focus: the element, what stands for it, and what it stands in.
  const faceOf = (element) => [element, element.nextElementSibling, labelOf(element), element.parentElement, element.parentElement?.parentElement]
    .filter(Boolean)
    .map((each) => {
      const style = getComputedStyle(each)
      const outline = style.outlineStyle === 'none' ? '' : style.outlineStyle + style.outlineWidth + style.outlineColor
      return [outline, style.boxShadow, style.borderColor, style.backgroundColor].join()
    })
    .join(';')
  const boxOf = (element) => {
    const boxes = [element, labelOf(element)].filter(Boolean).map((each) => each.getBoundingClientRect())
    const [left, top] = [Math.min(...boxes.map((box) => box.left)), Math.min(...boxes.map((box) => box.top))]
    return { left, top, width: Math.max(...boxes.map((box) => box.right)) - left, height: Math.max(...boxes.map((box) => box.bottom)) - top }
  }
  const isInText = (element) => element.tagName === 'A' && getComputedStyle(element).display === 'inline' &&
    element.parentElement.textContent.trim() !== element.textContent.trim()

  const judge = (target) => {
    const { width, height } = boxOf(target)
    if (!isInText(target) && Math.min(width, height) < 23.5)
      faults.push(nameOf(target) + ': a target of ' + Math.round(width) + ' × ' + Math.round(height))
    const parts = [target, labelOf(target), target.nextElementSibling].filter(Boolean)
    const hits = parts.map((part) => {
      const { left, right, top, bottom } = part.getBoundingClientRect()
      const middle = (from, to, end) => (Math.max(from, 0) + Math.min(to, end)) / 2
      return document.elementFromPoint(middle(left, right, innerWidth), middle(top, bottom, innerHeight))
    })
    if (!hits.some((hit) => hit !== null && parts.some((part) => part.contains(hit))))
      faults.push(nameOf(target) + ': ' + (hits[0] === null ? 'out of sight' : 'covered by ' + hits[0].className))
  }
  const came = ({ target }) => {
    if (!root?.contains(target) || target === root || target === start) return
    reached.push(target)
    held = [target, faceOf(target)]
    // Once it is scrolled to, and before the next key.
    setTimeout(() => document.activeElement === target && judge(target), 0)
  }
  const went = ({ target }) => {
    if (held?.[0] !== target || !target.isConnected) return
    const [, face] = held
    held = undefined
    queueMicrotask(() => {
      if (target.isConnected && document.activeElement !== target && faceOf(target) === face)
        faults.push(nameOf(target) + ': one does not see that it has the focus')
    })
  }
  addEventListener('focusin', came, true)
  addEventListener('focusout', went, true)

  const cutTexts = () => [...root.querySelectorAll('*')].filter((element) => {
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '') || !sees(element)) return false
    const style = getComputedStyle(element)
    if (style.overflowX === 'visible' || style.overflowX === 'auto' || style.clipPath !== 'none') return false
    // A row of a list says the rest where it opens; what is cut elsewhere says it by its title.
    if (element.closest('[data-row], td, [title], [role=option], input') !== null) return false
    return element.scrollWidth > element.clientWidth + 1
  })

  const missed = () => expected.filter((element) => element.isConnected && isStop(element) && !reached.includes(element))

  return {
    missed,
    begin(selector) {
      root = [...document.querySelectorAll(selector)].at(-1)
      ;[reached, faults, held] = [[], [], undefined]
      expected = [...root.querySelectorAll(STOPS)].filter(isStop)
      start = document.createElement('span')
      start.tabIndex = -1
      root.prepend(start)
      start.focus()
      // A day is three fields and a button to choose it by.
      return expected.length + 3 * expected.filter(({ type }) => type === 'date').length
    },
    end(most) {
      const last = document.activeElement
      start.focus()
      start.remove()
      last?.focus()
      if (expected.length <= most) for (const element of missed()) faults.push(nameOf(element) + ': Tab does not reach it')
      const order = [...new Set(reached)].map((element) => expected.indexOf(element)).filter((at) => at >= 0)
      const turns = order.filter((at, n) => n > 0 && at < order[n - 1]).length
      if (turns > 1) faults.push('the order of Tab is not that of the page: ' + order.join(' '))
      for (const element of cutTexts()) faults.push(nameOf(element) + ': its text is cut')
      return new Promise((done) => setTimeout(() => done([...new Set(faults)]), 0))
    },
  }
})()`
