package outline

import (
	"fmt"
	"sync"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
	"briefbook/generator/internal/edtf"
	"briefbook/generator/internal/memo"
)

// Facts are what one page states, with a fingerprint of how it states it.
type Facts struct {
	ID   book.ID
	Kind book.Kind
	Text *book.Text
	Sum  memo.Sum // of everything in Text that is shown elsewhere
}

// Refs are the cross-reference tables of the book. They name pages by id and kind: the rest of a head is left
// to whoever shows it, so that a new title does not disturb the tables.
type Refs struct {
	events    map[book.ID][]book.Dated
	all       []book.Dated        // in reading order
	sorted    func() []book.Dated // by date
	alerts    map[book.AlertKind][]book.Said
	questions []book.Asked
	citedAt   map[book.ID][]book.Mention
	linked    map[book.ID][]book.ID
	joined    []book.Joined
	differ    map[book.ID][]book.Said
	tellings  []diag.Diagnostic

	joinedSum func() memo.Sum                    // of the chronology
	alertSums map[book.AlertKind]func() memo.Sum // of all alerts of a kind

	stated memo.Sum             // of all that chapters and notes state
	pages  map[book.ID]memo.Sum // of what a page with events states
	sum    memo.Sum
}

// The parts of Refs that can be depended on.
type (
	// EventsPart are the events of a page, or of the whole book when it is "".
	EventsPart book.ID
	// AlertsPart are the alerts of a kind.
	AlertsPart book.AlertKind
	// QuestionsPart are the open questions.
	QuestionsPart struct{}
	// CitedPart are the places at which a source is cited.
	CitedPart book.ID
	// LinkedPart are the pages that link to a page.
	LinkedPart book.ID
	// JoinedPart is the chronology, each event once.
	JoinedPart struct{}
	// DifferPart are the differences that cite a source.
	DifferPart book.ID
	// TellingsPart is what is wrong with the ids of events.
	TellingsPart struct{}
)

// Gather makes the tables from the facts of all pages, given in reading order. Events, alerts and questions are
// those of chapters and notes; citations and links count wherever they stand.
func Gather(facts []Facts) *Refs {
	r := &Refs{
		events: map[book.ID][]book.Dated{}, alerts: map[book.AlertKind][]book.Said{},
		citedAt: map[book.ID][]book.Mention{}, linked: map[book.ID][]book.ID{}, pages: map[book.ID]memo.Sum{},
		differ: map[book.ID][]book.Said{},
	}
	var all, stated []byte
	for _, f := range facts {
		if f.Text == nil {
			continue
		}
		for _, c := range f.Text.Citations {
			r.citedAt[c.Source] = append(r.citedAt[c.Source], book.Mention{Citation: c, On: f.on()})
		}
		for _, l := range f.Text.Links {
			if l.To == "" || l.To == f.ID {
				continue
			}
			if list := r.linked[l.To]; len(list) == 0 || list[len(list)-1] != f.ID {
				r.linked[l.To] = append(list, f.ID)
			}
		}
		if f.Sum != (memo.Sum{}) {
			all = append(appendText(all, string(f.ID)), f.Sum[:]...)
		}
		if f.Kind != book.Chapter && f.Kind != book.Note {
			continue
		}
		if r.state(f) {
			stated = append(appendText(stated, string(f.ID)), f.Sum[:]...)
		}
	}
	r.joined, r.tellings = join(r.all)
	r.joinedSum = sync.OnceValue(func() memo.Sum { return joinedSum(r.joined) })
	r.alertSums = map[book.AlertKind]func() memo.Sum{}
	for kind, list := range r.alerts {
		r.alertSums[kind] = sync.OnceValue(func() memo.Sum { return saidSum(list) })
	}
	told := r.all
	r.sorted = sync.OnceValue(func() []book.Dated { return byDate(told, dateOf) })
	r.stated, r.sum = memo.SumOf(stated), memo.SumOf(all)
	return r
}

// on is as much of a head as the tables hold.
func (f Facts) on() book.Head { return book.Head{ID: f.ID, Kind: f.Kind} }

func dateOf(d *book.Dated) edtf.Date { return d.Date }

// state takes in what a chapter or note states and reports whether there was anything.
func (r *Refs) state(f Facts) bool {
	t := f.Text
	for _, e := range t.Events {
		d := book.Dated{Event: e, On: f.on()}
		r.events[f.ID] = append(r.events[f.ID], d)
		r.all = append(r.all, d)
	}
	for _, a := range t.Alerts {
		said := book.Said{Alert: a, On: f.on()}
		r.alerts[a.Kind] = append(r.alerts[a.Kind], said)
		if a.Kind == book.Difference {
			r.differs(said)
		}
	}
	for _, q := range t.Questions {
		r.questions = append(r.questions, book.Asked{Question: q, On: f.on()})
	}
	if list := r.events[f.ID]; len(list) > 0 {
		r.events[f.ID] = byDate(list, dateOf)
		r.pages[f.ID] = f.Sum
	}
	return len(t.Events)+len(t.Alerts)+len(t.Questions) > 0
}

// Sum implements memo.Value.
func (r *Refs) Sum() memo.Sum { return r.sum }

// PartSum implements memo.Parted for the parts named above.
func (r *Refs) PartSum(part any) memo.Sum {
	switch part := part.(type) {
	case EventsPart:
		if part == "" {
			return r.stated
		}
		return r.pages[book.ID(part)]
	case AlertsPart:
		if sum := r.alertSums[book.AlertKind(part)]; sum != nil {
			return sum()
		}
		return memo.Sum{}
	case QuestionsPart:
		return r.stated
	case JoinedPart:
		return r.joinedSum()
	case DifferPart:
		if list := r.differ[book.ID(part)]; len(list) > 0 {
			return saidSum(list)
		}
		return memo.Sum{}
	case TellingsPart:
		return memo.SumOf(fmt.Appendf(nil, "%+v", r.tellings))
	case CitedPart:
		return mentionsSum(r.citedAt[book.ID(part)])
	case LinkedPart:
		var b []byte
		for _, id := range r.linked[book.ID(part)] {
			b = appendText(b, string(id))
		}
		return memo.SumOf(b)
	}
	panic("outline: unknown part")
}

func mentionsSum(list []book.Mention) memo.Sum {
	var b []byte
	for i := range list {
		m := &list[i]
		b = appendCitation(appendText(b, string(m.On.ID)), &m.Citation)
	}
	return memo.SumOf(b)
}

// Events of a page, by date; of all chapters and notes when from is "".
func (r *Refs) Events(from book.ID) []book.Dated {
	if from == "" {
		return r.sorted()
	}
	return r.events[from]
}

// Alerts of one kind, in reading order.
func (r *Refs) Alerts(kind book.AlertKind) []book.Said { return r.alerts[kind] }

// Questions in reading order.
func (r *Refs) Questions() []book.Asked { return r.questions }

// CitedAt lists where a source is cited, in reading order.
func (r *Refs) CitedAt(id book.ID) []book.Mention { return r.citedAt[id] }

// LinkedFrom lists the pages that link to a page, in reading order.
func (r *Refs) LinkedFrom(id book.ID) []book.ID { return r.linked[id] }

// Chronology lists the events of all chapters and notes by date, each once. The caller must not change the list.
func (r *Refs) Chronology() []book.Joined { return r.joined }

// DifferAt lists the differences that cite a source, in reading order. The caller must not change the list.
func (r *Refs) DifferAt(id book.ID) []book.Said { return r.differ[id] }

// Tellings reports ids that two different events have in common, and events that look like one and have none.
func (r *Refs) Tellings() []diag.Diagnostic { return r.tellings }

// FactsSum fingerprints what a page states for other pages. A page that only cites and links is known by its
// citations and links; one that states events, alerts or questions by its whole body, whose sum is given.
func FactsSum(t *book.Text, body memo.Sum) memo.Sum {
	if len(t.Events)+len(t.Alerts)+len(t.Questions)+len(t.Points) > 0 {
		return body
	}
	if len(t.Citations)+len(t.Links) == 0 {
		return memo.Sum{}
	}
	var b []byte
	for i := range t.Citations {
		b = appendCitation(b, &t.Citations[i])
	}
	for i := range t.Links {
		b = appendText(b, string(t.Links[i].To))
	}
	return memo.SumOf(b)
}
