import { defineWords } from '../../../words/index.ts'

export const rolesWords = defineWords({
  en: {
    title: 'Roles',
    text: 'What each role may do in your company, from the next thing that anybody does. Of an admin nothing can be taken.',
    permission: 'May',
    tick: '{role}: {permission}',
    preset: 'Back to the preset',
    changed: 'Changed',
    unsaved: '{count, plural, one {# role is not saved} other {# roles are not saved}}',
    save: '{count, plural, one {Save # role} other {Save # roles}}',
    saved: '{count, plural, one {# role is saved.} other {# roles are saved.}}',
    discard: 'Discard',
    presetDone: '{role} may do again what the preset says.',
    table: 'Roles and what they may do',
  },
  fr: {
    title: 'Rôles',
    text: 'Ce que chaque rôle peut faire dans votre entreprise, dès la prochaine action de chacun. Rien ne peut être retiré à l’administration.',
    permission: 'Peut',
    tick: '{role}\u00a0: {permission}',
    preset: 'Revenir au préréglage',
    changed: 'Modifié',
    unsaved: '{count, plural, one {# rôle non enregistré} other {# rôles non enregistrés}}',
    save: '{count, plural, one {Enregistrer # rôle} other {Enregistrer # rôles}}',
    saved: '{count, plural, one {# rôle est enregistré.} other {# rôles sont enregistrés.}}',
    discard: 'Abandonner',
    presetDone: '{role} peut de nouveau faire ce que dit le préréglage.',
    table: 'Les rôles et ce qu’ils permettent',
  },
})
