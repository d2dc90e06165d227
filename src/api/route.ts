import type { z } from '@hono/zod-openapi';
import type { RightName } from '#domain/rights.ts';
import type { Desk } from '#office/desk.ts';
import type { GrowingFile } from '#office/growing-file.ts';
import type { WholeList } from '#office/in-pages.ts';
import type { Area } from '#office/keep-file.ts';

/** Who may call a route: anybody, anybody signed in, or who holds a right somewhere. */
export type Entrance = 'public' | 'signed-in' | RightName;

type Shape = z.ZodType;
type GivenBy<S extends Shape | undefined> = S extends Shape ? z.output<S> : undefined;

/** What a route is asked, checked by its schemas before anything is done. */
export interface Asked<
  P extends Shape | undefined,
  Q extends Shape | undefined,
  B extends Shape | undefined,
> {
  params: GivenBy<P>;
  query: GivenBy<Q>;
  body: GivenBy<B>;
  /** The file, where the route takes one. */
  upload?: Uint8Array;
}

/** The same of any route. */
export type Given = Asked<Shape, Shape, Shape>;

/** Bytes for download instead of JSON. */
export interface Download {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/**
 * One route: a row of the API. The entrance is checked before `handle`; the act or question it
 * calls checks the right at the very place. A refusal becomes problem+json at the door.
 */
export interface Route<
  P extends Shape | undefined = Shape | undefined,
  Q extends Shape | undefined = Shape | undefined,
  B extends Shape | undefined = Shape | undefined,
  R extends Shape | undefined = Shape | undefined,
> {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below `/api/v1`, with `{names}`: `/campaigns/{campaign}/findings`. */
  path: string;
  entrance: Entrance;
  /** Groups the documentation: `campaigns`. */
  tag: string;
  summary: string;
  params?: P;
  query?: Q;
  body?: B;
  /** What is answered; left out: nothing (204), or a download. */
  answer?: R;
  /** 200 unless something new was made. */
  status?: 200 | 201 | 202;
  download?: true;
  /** Areas that a list is made of, and nothing else: its files are kept until one changes. */
  restsOn?: readonly Area[];
  /**
   * Of a long list: how many lines there are, counted no further than `most`. Its files are sent
   * while they are made, so they cannot be refused as too long at their end.
   */
  count?(desk: Desk, asked: Asked<P, Q, B>, most: number): Promise<number>;
  /**
   * All of a long list at once, for its files: how many lines, counted no further than `most`, and
   * the lines, each as a page of the list has it. It is asked once and not page by page.
   */
  whole?(desk: Desk, asked: Asked<P, Q, B>, most: number): Promise<WholeList<object>>;
  /** What it shows depends on the time too: a kept file is two minutes old at most. */
  tellsTime?: true;
  /** A body that holds a password, or an answer with a secret that is shown once: never kept. */
  secret?: 'asked' | 'answered';
  /** Takes a file instead of JSON: the bytes of the request, or the first file of its form. */
  upload?: { maxBytes: number };
  handle(
    desk: Desk,
    asked: Asked<P, Q, B>,
  ): Promise<R extends Shape ? z.input<R> : Download | GrowingFile | undefined>;
}

/** A row of the table, its types checked against its schemas. */
export function route<
  P extends Shape | undefined = undefined,
  Q extends Shape | undefined = undefined,
  B extends Shape | undefined = undefined,
  R extends Shape | undefined = undefined,
>(row: Route<P, Q, B, R>): Route {
  return row as unknown as Route;
}
