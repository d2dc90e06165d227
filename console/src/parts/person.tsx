import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

/** A person by name, with the post on request. */
export function Person({ name, post }: { name: string; post?: string }): ReactNode {
  return (
    <span className="person">
      <Icon name="person" size={15} />
      <span>{name}</span>
      {post !== undefined && <span className="quiet">{post}</span>}
    </span>
  );
}
