import { defineWords } from '../../words/index.ts'

export const words = defineWords({
  en: {
    title: 'Customers',
    new: 'New customer',
    import: 'Import',
    search: 'Name, company, e-mail or phone',
    name: 'Name',
    email: 'E-mail',
    phone: 'Phone',
    contacts: 'Contacts',
    linksOff: 'no links',
    emptyTitle: 'The people and companies that pay you will be listed here.',
    emptyText: 'They come by themselves with what you ask of them, or you add them here.',
    noneTitle: 'Nobody is found by that.',
    noneText: 'Search for a part of a name, a company, an e-mail address or a phone number.',
  },
  fr: {
    title: 'Clients',
    new: 'Nouveau client',
    import: 'Importer',
    search: 'Nom, entreprise, courriel ou téléphone',
    name: 'Nom',
    email: 'Courriel',
    phone: 'Téléphone',
    contacts: 'Contacts',
    linksOff: 'sans liens',
    emptyTitle: 'Ici se trouveront les personnes et les entreprises qui vous paient.',
    emptyText: 'Elles arrivent d’elles-mêmes avec vos demandes, ou vous les ajoutez ici.',
    noneTitle: 'Personne n’est trouvé ainsi.',
    noneText: 'Cherchez une partie d’un nom, d’une entreprise, d’une adresse ou d’un numéro.',
  },
})
