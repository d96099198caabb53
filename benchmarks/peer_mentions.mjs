// Persons, organisations and places as compromise finds them, for benchmarks/peer_mentions.py:
//     npm install compromise && node benchmarks/peer_mentions.mjs TEXTS.jsonl > FOUND.jsonl
// Offsets are given in code points, as Python counts; compromise counts UTF-16 units.
import { readFileSync } from "node:fs";
import nlp from "compromise";

const kinds = { people: "person", organizations: "organisation", places: "place" };

for (const line of readFileSync(process.argv[2], "utf-8").split("\n").filter(Boolean)) {
  const { id, text } = JSON.parse(line);
  const doc = nlp(text);
  const at = (unit) => [...text.slice(0, unit)].length;
  const mentions = Object.entries(kinds).flatMap(([finder, kind]) =>
    doc[finder]().json({ offset: true }).map(({ offset }) => [at(offset.start), at(offset.start + offset.length), kind]),
  );
  console.log(JSON.stringify({ id, mentions: mentions.filter(([start, end]) => start < end) }));
}
