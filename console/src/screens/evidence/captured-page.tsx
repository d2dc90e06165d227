import { Button } from 'antd';
import { type ReactNode, useRef } from 'react';
import type { Answer } from '../../api/ask.ts';
import { useAsk } from '../../api/use-ask.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useWords } from '../../words/dictionary.ts';
import { evidenceWords } from '../../words/evidence.ts';

type Page = Answer<'GET /findings/{finding}/evidence/{visit}/page'>;
type Line = Page['lines'][number];

/** Lines around the marks that are worth printing, and that a short view begins with. */
const AROUND = 6;

/**
 * A captured page as words, the deciding place marked. The service has read the markup away:
 * nothing of a stranger's page acts here, and its links are shown, not followed.
 */
export function CapturedPage({ finding, visit }: { finding: number; visit: string }): ReactNode {
  const words = useWords(evidenceWords);
  const box = useRef<HTMLDivElement>(null);
  const { data, error, refetch } = useAsk('GET /findings/{finding}/evidence/{visit}/page', {
    params: { finding, visit },
  });
  if (error) return <ErrorState error={error} retry={refetch} />;
  if (!data) return <Skeleton lines={8} />;
  const near = nearMarks(data.lines);
  const toMark = () =>
    box.current?.querySelector('mark')?.scrollIntoView({ block: 'center', behavior: 'auto' });
  return (
    <figure className="captured">
      <div className="captured-bar">
        <span className="captured-address">{data.url}</span>
        <span className="quiet">
          {words.charset} {data.charset}
        </span>
        {data.marks > 0 && (
          <Button size="small" onClick={toMark}>
            {words.toMark}
          </Button>
        )}
      </div>
      <div
        className="captured-page"
        ref={(element) => {
          box.current = element;
          if (element) scrollToMark(element);
        }}
        role="region"
        aria-label={`${words.page}: ${data.title}`}
        tabIndex={0}
        lang="zh-CN"
      >
        {data.title !== '' && <p className="captured-title">{data.title}</p>}
        {data.lines.map((line, index) => (
          <OneLine key={index} line={line} isNear={near.has(index)} />
        ))}
        {data.left > 0 && <p className="quiet">{words.linesLeft(data.left)}</p>}
      </div>
      <figcaption className="quiet">
        {data.marks > 0 ? words.marksOf(data.marks) : words.noMarks} {words.pageHint}
      </figcaption>
    </figure>
  );
}

function OneLine({ line, isNear }: { line: Line; isNear: boolean }): ReactNode {
  return (
    <p data-kind={line.kind} data-near={isNear}>
      {line.pieces.map((piece, index) => (
        <Piece key={index} piece={piece} />
      ))}
    </p>
  );
}

function Piece({ piece }: { piece: Line['pieces'][number] }): ReactNode {
  const { text, href, isMarked } = piece;
  const said = href === null ? <span>{text}</span> : <u title={href}>{text}</u>;
  if (!isMarked) return <>{said} </>;
  return (
    <>
      <mark>{said}</mark>{' '}
    </>
  );
}

/** Only the box moves, not the page that is being read. */
function scrollToMark(box: HTMLElement): void {
  const mark = box.querySelector('mark');
  if (mark) box.scrollTop = mark.offsetTop - box.clientHeight / 3;
}

function nearMarks(lines: readonly Line[]): ReadonlySet<number> {
  const near = new Set<number>();
  for (const [index, { pieces }] of lines.entries()) {
    if (!pieces.some(({ isMarked }) => isMarked)) continue;
    for (let at = index - AROUND; at <= index + AROUND; at++) near.add(at);
  }
  if (near.size === 0) for (let at = 0; at < 2 * AROUND; at++) near.add(at);
  return near;
}
