import type { ReactNode } from 'react';
import { addressOf } from '../../api/ask.ts';
import { useAsk } from '../../api/use-ask.ts';
import { SentPicture } from '../../parts/sent-picture.tsx';
import { useWords } from '../../words/dictionary.ts';
import { matterWords } from '../../words/matters.ts';

/** Pictures that the writer sent along, hidden data taken out of them. */
export function WriterPictures({
  of,
}: {
  of: { inquiry: number } | { report: number };
}): ReactNode {
  const words = useWords(matterWords);
  const inquiry = 'inquiry' in of ? of.inquiry : 0;
  const report = 'report' in of ? of.report : 0;
  const ofInquiry = useAsk('GET /inquiries/{inquiry}/pictures', {
    params: { inquiry },
    when: inquiry > 0,
  });
  const ofReport = useAsk('GET /error-reports/{report}/pictures', {
    params: { report },
    when: report > 0,
  });
  const pictures = (inquiry > 0 ? ofInquiry : ofReport).data?.items ?? [];
  if (pictures.length === 0) return null;
  return (
    <section>
      <h3>{words.pictures}</h3>
      <div className="writer-pictures">
        {pictures.map(({ id, width, height }, index) => (
          <SentPicture
            key={id}
            alt={words.pictureOf(index + 1)}
            width={width}
            height={height}
            src={addressOf('GET /matter-pictures/{picture}', { params: { picture: id } })}
          />
        ))}
      </div>
    </section>
  );
}
