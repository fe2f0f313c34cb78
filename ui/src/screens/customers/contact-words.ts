import { defineWords } from '../../words/index.ts'

export const contactWords = defineWords({
  en: {
    title: 'Contacts',
    none: 'No contact persons yet.',
    add: 'Add a contact',
    added: '{name} is added.',
    name: 'Name',
    email: 'E-mail',
    phone: 'Phone',
    edit: 'Edit {name}',
    editTitle: 'Edit {name}',
    save: 'Save the contact',
    saved: '{name} is saved.',
    remove: 'Remove {name}',
    removeTitle: 'Remove {name}?',
    removeText:
      '{name} is no longer found among the contacts of {customer}. Requests and payments stay as they are.',
    removeDo: 'Remove {name}',
    removed: '{name} is removed.',
    linksStay:
      'Links that went to {email} can still be paid, and where your settings say so a new one is sent there when one expires. To stop a link, void its request.',
  },
  fr: {
    title: 'Contacts',
    none: 'Aucune personne à contacter pour le moment.',
    add: 'Ajouter un contact',
    added: '{name} est ajouté.',
    name: 'Nom',
    email: 'Courriel',
    phone: 'Téléphone',
    edit: 'Modifier {name}',
    editTitle: 'Modifier {name}',
    save: 'Enregistrer le contact',
    saved: '{name} est enregistré.',
    remove: 'Retirer {name}',
    removeTitle: 'Retirer {name}\u00a0?',
    removeText:
      '{name} ne figurera plus parmi les contacts de {customer}. Les demandes et les paiements restent tels quels.',
    removeDo: 'Retirer {name}',
    removed: '{name} est retiré.',
    linksStay:
      'Les liens envoyés à {email} peuvent encore être payés et, si vos réglages le prévoient, un nouveau y est envoyé quand l’un expire. Pour arrêter un lien, annulez sa demande.',
  },
})
