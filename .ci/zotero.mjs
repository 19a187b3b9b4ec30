// What Zotero makes of pages, with Zotero's own code, which is not part of this project:
//
//     node .ci/zotero.mjs URL FILE [URL FILE]…
//
// prints for each page, as it would be at that address, one line of JSON: the items that the translators "COinS" and
// "Embedded Metadata" save. BRIEFBOOK_ZOTERO_TRANSLATORS names a checkout of zotero/translators,
// BRIEFBOOK_ZOTERO_UTILITIES one of zotero/utilities; the npm package jsdom is looked for in BRIEFBOOK_NODE_MODULES.
// What stands here is the little of a browser's connector that the translators ask for: items that are collected, a
// list of triples, and the loading of one translator by another. Nothing is fetched.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const translators = process.env.BRIEFBOOK_ZOTERO_TRANSLATORS
const utilities = process.env.BRIEFBOOK_ZOTERO_UTILITIES
const { JSDOM } = createRequire(path.resolve(process.env.BRIEFBOOK_NODE_MODULES, 'x.js'))('jsdom')
const theirs = createRequire(path.resolve(utilities, 'x.js'))

const Zotero = (globalThis.Zotero = { locale: 'en-US', isNode: true, Translate: {}, debug() {}, done() {}, setProgress() {}, localeCompare: (a, b) => (a < b ? -1 : a > b ? 1 : 0) })
Zotero.Utilities = theirs('./utilities.js')
Zotero.Utilities.Item = theirs('./utilities_item.js')
Zotero.Date = theirs('./date.js')
Zotero.Date.init(readFileSync(path.join(utilities, 'resource/dateFormats.json'), 'utf8'))
const types = theirs('./cachedTypes.js')
types.setTypeSchema(theirs('./resource/zoteroTypeSchemaData.js'))
Object.assign(Zotero, types)
const openURL = theirs('./openurl.js')
const ZU = Object.assign(Object.create(Zotero.Utilities), {
  parseContextObject: (text, item) => openURL.parseContextObject(text, item),
  createContextObject: (...of) => openURL.createContextObject(...of),
  strToISO: text => Zotero.Date.strToISO(text),
  itemTypeExists: type => Zotero.Utilities.Item.itemTypeExists(type),
})

// A triple store: resources are {uri}, anything else is a literal.
function store() {
  const triples = []
  const uri = of => (typeof of === 'object' ? of.uri : of)
  const some = list => (list.length ? list : false)
  return {
    addStatement: (s, p, o, literal) => triples.push([s, p, literal ? o : { uri: o }]),
    getAllResources: () => [...new Set(triples.map(t => t[0]))].map(s => ({ uri: s })),
    getResourceURI: uri,
    getTargets: (s, p) => some(triples.filter(t => t[0] === uri(s) && t[1] === uri(p)).map(t => t[2])),
    getSources: (o, p) => some(triples.filter(t => uri(t[2]) === uri(o) && t[1] === uri(p)).map(t => ({ uri: t[0] }))),
    getArcsOut: s => some(triples.filter(t => t[0] === uri(s)).map(t => ({ uri: t[1] }))),
    getArcsIn: o => some(triples.filter(t => t[2] === o).map(t => ({ uri: t[1] }))),
    getContainerElements: () => [],
  }
}

// load runs a translator's file; done gets each item that is complete.
function load(name, done) {
  const text = readFileSync(path.join(translators, name + '.js'), 'utf8')
  const code = text.slice(text.indexOf('\n}') + 2)
  class Item {
    constructor(itemType) {
      Object.assign(this, { itemType, creators: [], attachments: [], tags: [], notes: [], seeAlso: [] })
    }
    complete() { done(this) }
  }
  const connector = Object.assign(Object.create(Zotero), {
    Item, Utilities: ZU, RDF: store(),
    selectItems: (items, use) => use(items),
    loadTranslator(kind) {
      const on = {}
      return {
        setHandler: (event, f) => (on[event] = f), setSearch() {}, setTranslator() {},
        getTranslators: () => on.translators?.(null, []), // nothing is looked up elsewhere
        // what the other translator has made is completed anew by this one
        getTranslatorObject: use => use(load('RDF', item => on.itemDone(null, Object.assign(new Item(), item)))), kind,
      }
    },
  })
  const made = new Function('Zotero', 'Z', 'ZU', 'attr', 'text',
    code + '\nreturn [typeof exports == "object" ? exports : {}, typeof detectWeb == "function" && detectWeb, typeof doWeb == "function" && doWeb]')
  const attr = (doc, css, of) => doc.querySelector(css)?.getAttribute(of) ?? ''
  const [exports, detect, save] = made(connector, connector, ZU, attr, (doc, css) => doc.querySelector(css)?.textContent ?? '')
  return Object.assign(exports, { Zotero: connector, detect, save })
}

// kept is what of an item is worth comparing.
function kept(item) {
  const { itemType, title, publicationTitle, date, url, language, creators } = item
  return { itemType, title, publicationTitle, date, url, language, creators: creators.map(c => ({ firstName: c.firstName, lastName: c.lastName })) }
}

const args = process.argv.slice(2)
for (let i = 0; i < args.length; i += 2) {
  const answer = {}
  for (const name of ['COinS', 'Embedded Metadata']) {
    const { document, XPathResult } = new JSDOM(readFileSync(args[i + 1], 'utf8'), { url: args[i] }).window
    Object.assign(globalThis, { XPathResult })
    const items = []
    const translator = load(name, item => items.push(kept(item)))
    let type
    const found = translator.detect(document, args[i])
    if (found) type = found
    translator.save(document, args[i])
    answer[name] = { type, items }
  }
  console.log(JSON.stringify(answer))
}
