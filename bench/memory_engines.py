"""bench: what answers a look-up: our memory, a full scan with rapidfuzz, and tantivy with rescoring.

Each says of a text how like it the best five units are, in per cent: 100 × (longer − distance) / longer
over code points of the folded texts, floored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from workbench.memory.memory import Memory
from workbench.memory.scoring import best_of
from workbench.memory.store_index import Finder
from workbench.model.coded import CodedText
from workbench.model.matches import Query
from workbench.text.fold import fold

BEST = 5
TOP = 50
"""Candidates that tantivy is asked for."""

Answer = list[int]
Ask = Callable[[str, int], Answer]
"""A text and the least similarity in per cent; similarities of the best five, the highest first."""


def ours(memory: Memory) -> Ask:
    """Our memory, as the editor asks it: whole matches come back, with their differences and penalties."""

    def ask(text: str, least: int) -> Answer:
        matches = memory.look_up(Query(CodedText(text)), least=least, best=BEST)
        return sorted((100 * (one.longer - one.edits) // max(1, one.longer) for one in matches), reverse=True)

    return ask


def found(finder: Finder) -> Ask:
    """What our memory does of what the others do: candidates, their texts from SQLite, scores."""

    def ask(text: str, least: int) -> Answer:
        query = fold(text)
        texts = [folded for _, folded in finder.reader.folds(finder.candidates(query, least))]
        return [score for _, score in best_of(query, texts, least, BEST)]

    return ask


def scan(folded: Sequence[str]) -> Ask:
    """rapidfuzz over all texts, in memory and folded before."""

    def ask(text: str, least: int) -> Answer:
        return best(fold(text), folded, least)

    return ask


def best(query: str, folded: Sequence[str], least: int) -> Answer:
    """The best five of some texts, by rapidfuzz."""
    # Its similarity is a quotient of floats: a little less is asked for, and what falls short is left out.
    found = process.extract(
        query,
        folded,
        scorer=Levenshtein.normalized_similarity,
        processor=None,
        score_cutoff=least / 100 - 1e-9,
        limit=BEST,
    )
    scores = [percent(query, text) for text, _, _ in found]
    return [score for score in scores if score >= least]


def percent(query: str, text: str) -> int:
    """How like two texts are, in per cent."""
    longer = max(len(query), len(text), 1)
    return 100 * (longer - Levenshtein.distance(query, text)) // longer


class Tantivy:
    """tantivy: the bigrams of each text as words, the best fifty by BM25, scored by rapidfuzz.

    Raises:
        ImportError: it is not installed.
    """

    def __init__(self, folder: Path) -> None:
        import tantivy

        self._tantivy = tantivy
        schema = tantivy.SchemaBuilder()
        schema.add_text_field("grams", stored=False, tokenizer_name="whitespace", index_option="freq")
        schema.add_unsigned_field("number", stored=True, fast=True)
        self._schema = schema.build()
        folder.mkdir(parents=True, exist_ok=True)
        self._index = tantivy.Index(self._schema, path=str(folder))
        self._folded: Sequence[str] = ()

    def build(self, folded: Sequence[str]) -> None:
        """Index some texts."""
        self._folded = folded
        writer = self._index.writer(300_000_000)
        for number, text in enumerate(folded):
            document = self._tantivy.Document(grams=" ".join(grams(text)))
            document.add_unsigned("number", number)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def ask(self, text: str, least: int) -> Answer:
        """The best five of its best fifty."""
        query = fold(text)
        should = self._tantivy.Occur.Should
        terms = [
            (should, self._tantivy.Query.term_query(self._schema, "grams", gram, index_option="freq"))
            for gram in sorted(set(grams(query)))
        ]
        if not terms:
            return []
        hits = self._searcher.search(self._tantivy.Query.boolean_query(terms), TOP, count=False).hits
        numbers = [self._searcher.doc(address)["number"][0] for _, address in hits]
        return best(query, [self._folded[number] for number in numbers], least)


def grams(text: str) -> Iterator[str]:
    """The bigrams of a text."""
    return (text[at : at + 2] for at in range(len(text) - 1))
