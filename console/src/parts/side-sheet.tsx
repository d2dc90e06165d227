import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/dictionary.ts';
import { useIsPhone } from './use-media.ts';

const WIDTH_PX = 680;

/** Details beside their list, at an address of their own; closing goes back to the list. */
export function SideSheet({
  title,
  backTo,
  children,
}: {
  title: ReactNode;
  backTo: string;
  children: ReactNode;
}): ReactNode {
  const words = useWords(commonWords);
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const isPhone = useIsPhone();
  return (
    <Drawer
      open
      title={title}
      size={isPhone ? '100%' : WIDTH_PX}
      closable={{ 'aria-label': words.close }}
      onClose={() => void navigate({ pathname: backTo, search: search.toString() })}
    >
      <div className="side-sheet">{children}</div>
    </Drawer>
  );
}
