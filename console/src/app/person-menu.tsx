import { Button, Dropdown, type MenuProps } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useSession } from '../session/session.tsx';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../words/dictionary.ts';
import { speak, useLanguage } from '../words/language.ts';
import { shellWords } from '../words/shell.ts';
import { roleWords } from '../words/states.ts';
import { type Choice, chooseTheme, useTheme } from './theme.ts';

/** Who I am here, how it looks and speaks, and the way out. */
export function PersonMenu(): ReactNode {
  const words = useWords(shellWords);
  const roles = useWords(roleWords);
  const { me, signOut } = useSession();
  const navigate = useNavigate();
  const language = useLanguage();
  const { choice } = useTheme();
  const posts = me.posts.map(({ id, role, unit, region }) => ({
    key: `post-${id}`,
    label: `${unit ?? region} · ${roles[role]}`,
    disabled: true,
  }));
  const items: MenuProps['items'] = [
    { key: 'posts', type: 'group', label: me.name, children: posts },
    { type: 'divider' },
    { key: 'me', label: words.mySettings, onClick: () => void navigate('/me') },
    {
      key: 'theme',
      label: words.theme,
      children: (['system', 'light', 'dark'] as const).map((one) => ({
        key: one,
        label: one === 'system' ? words.bySystem : words[one],
        onClick: () => chooseTheme(one satisfies Choice),
      })),
    },
    {
      key: 'language',
      label: language === 'zh' ? words.english : words.chinese,
      onClick: () => speak(language === 'zh' ? 'en' : 'zh'),
    },
    { type: 'divider' },
    { key: 'out', label: words.signOut, onClick: () => void signOut() },
  ];
  return (
    <Dropdown menu={{ items, selectedKeys: [choice] }} trigger={['click']} placement="bottomRight">
      <Button
        type="text"
        className="person-button"
        aria-label={`${words.person}: ${me.name}`}
        icon={<Icon name="person" size={20} />}
      >
        <span className="person-name">{me.name}</span>
      </Button>
    </Dropdown>
  );
}
