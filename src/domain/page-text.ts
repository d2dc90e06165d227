/** Words of a saved page that belong together; with the address they lead to, where they do. */
export interface PagePiece {
  text: string;
  href: string | null;
  /** The deciding place. */
  isMarked: boolean;
}

/** A line of a saved page as one reads it. */
export interface PageLine {
  kind: 'heading' | 'item' | 'text';
  pieces: PagePiece[];
}

/** A saved page without its markup, so that nothing of it can act in the reader's browser. */
export interface PageText {
  title: string;
  lines: PageLine[];
  /** How many places are marked. */
  marks: number;
  /** Lines left out behind the last. */
  left: number;
}
