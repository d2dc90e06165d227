import { type ReactNode, useState } from 'react';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/dictionary.ts';

interface Props {
  src: string;
  alt: string;
  width?: number;
  height?: number;
}

/** A picture from the service; one that does not come is said to be missing. */
export function SentPicture({ alt, ...rest }: Props): ReactNode {
  const words = useWords(commonWords);
  const [isLost, setLost] = useState(false);
  if (isLost) return <p className="quiet">{words.pictureLost(alt)}</p>;
  return <img {...rest} alt={alt} loading="lazy" onError={() => setLost(true)} />;
}
