import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useAsk } from '../../api/use-ask.ts';
import { Panel } from '../../parts/page-head.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { circularWords } from '../../words/circulars.ts';
import { useWords } from '../../words/dictionary.ts';
import { useDates } from '../../words/use-figures.ts';
import { FileLinks } from './file-links.tsx';
import type { CircularView } from './use-draft.ts';

/** All versions of a campaign, each with its hash, its dates and its files. */
export function CircularVersions({ view }: { view: CircularView }): ReactNode {
  const words = useWords(circularWords);
  const dates = useDates();
  const { data } = useAsk('GET /campaigns/{campaign}/circulars', {
    params: { campaign: view.campaign_id },
  });
  return (
    <Panel title={words.versions}>
      {!data && <Skeleton lines={3} />}
      <ul className="versions">
        {data?.items.map((one) => (
          <li key={one.id} data-current={one.id === view.id}>
            <div className="version-head">
              <Link to={`/circulars/${one.id}`}>{words.numberOf(one.number)}</Link>
              <StateTag thing="circular" state={one.state} />
            </div>
            <p className="quiet figures">
              {[
                words.draftedAt(dates.instant(one.draftedAt)),
                one.submittedAt && words.submittedAt(dates.instant(one.submittedAt)),
                one.signedAt && words.signedAt(dates.instant(one.signedAt)),
                one.publishedAt && words.publishedOn(dates.instant(one.publishedAt)),
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </p>
            {one.hash !== null && (
              <p className="version-hash quiet">
                {words.hash} <code>{one.hash}</code>
              </p>
            )}
            {one.files.length > 0 ? (
              <FileLinks circular={one.id} files={one.files} />
            ) : (
              <p className="quiet">{words.noFiles}</p>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
