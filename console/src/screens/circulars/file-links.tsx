import type { ReactNode } from 'react';
import { addressOf } from '../../api/ask.ts';
import { circularWords } from '../../words/circulars.ts';
import { useWords, wordOf } from '../../words/dictionary.ts';

/** The files of a published version. */
export function FileLinks({
  circular,
  files,
}: {
  circular: number;
  files: readonly { name: string }[];
}): ReactNode {
  const words = useWords(circularWords);
  return (
    <ul className="file-links">
      {files.map(({ name }) => (
        <li key={name}>
          <a
            href={addressOf('GET /circulars/{circular}/files/{name}', {
              params: { circular, name },
            })}
          >
            {wordOf(words.fileNames, name)}
          </a>
        </li>
      ))}
    </ul>
  );
}
