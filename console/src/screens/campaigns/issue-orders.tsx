import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { useAct, useAsk } from '../../api/use-ask.ts';
import { useSession } from '../../session/session.tsx';
import { campaignWords } from '../../words/campaigns.ts';
import { useWords } from '../../words/dictionary.ts';
import { AskFirst } from './ask-first.tsx';
import type { CampaignView } from './campaign.tsx';

/**
 * What follows from a published round: its units are ordered to mend what is charged. Units that
 * have their order already are left alone, so that pressing again orders only those left out.
 */
export function Orders({ campaign }: { campaign: CampaignView }): ReactNode {
  const words = useWords(campaignWords);
  const { may } = useSession();
  const { data } = useAsk('GET /orders', {
    query: { campaign: campaign.id, open: 'all', limit: 1 },
  });
  if (!data) return null;
  const isOrdered = data.items.length > 0;
  return (
    <>
      {isOrdered && (
        <Link to={`/orders?campaign=${campaign.id}`} className="button-link">
          {words.toOrders}
        </Link>
      )}
      {!isOrdered && campaign.state === 'published' && may('order.issue') && (
        <IssueOrders campaign={campaign.id} />
      )}
    </>
  );
}

function IssueOrders({ campaign }: { campaign: number }): ReactNode {
  const words = useWords(campaignWords);
  const [isOpen, setOpen] = useState(false);
  const issue = useAct('POST /campaigns/{campaign}/orders');
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.issueOrders}</Button>
      {isOpen && (
        <AskFirst
          title={words.issueOrders}
          hint={words.issueOrdersHint}
          close={() => setOpen(false)}
          act={async () => {
            const { orders } = await issue.mutateAsync({ params: { campaign } });
            return words.ordersIssued(orders.length);
          }}
        />
      )}
    </>
  );
}
