import { present } from '#base/assert.ts';
import { parseYaml } from '#base/yaml.ts';
import { parseLadder } from '#domain/parse-ladder.ts';
import type { EscalationWording } from '#publish/draft-escalation.ts';
import { loadLadderText, loadWordingText } from '#store/load-data.ts';
import type { EscalationTerms } from './propose-escalations.ts';

let terms: EscalationTerms | null = null;

/** The packaged ladder and the words of its letters, parsed once. */
export function escalationTerms(): EscalationTerms {
  if (terms === null) {
    const { text, file } = loadLadderText();
    const { value, mistakes } = parseYaml(loadWordingText('escalation.zh'));
    const wording = present(mistakes.length === 0 ? value : null, 'the words of letters');
    terms = { ladder: parseLadder(text, file), wording: wording as EscalationWording };
  }
  return terms;
}
