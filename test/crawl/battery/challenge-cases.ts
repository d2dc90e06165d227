import { type Case, page, send } from './case.ts';

const cookieScript =
  '<script>var _0x1=["a"];document.cookie="acw_sc__v2=x;path=/";location.reload();</script>';
const unknownScript =
  '<script>function g(){return "k"+(1<<4)}document.cookie="wall="+g()+";path=/";' +
  'window.location.href=window.location.href;</script>';
const words = page('安全检查', '<h2>正在检查您的浏览器，请稍候</h2>');

/** Pages that stand in front of a site: never dead, whatever their status. */
export const challengeCases: Case[] = [
  ...[200, 202, 403, 412, 503].map(
    (status): Case => ({
      name: `a challenge by script with ${status}`,
      serve: send(status, `<html><head>${cookieScript}</head><body></body></html>`),
      expected: 'unmeasured blocked',
    }),
  ),
  ...[200, 404, 503, 521].map(
    (status): Case => ({
      name: `a challenge in words with ${status}`,
      serve: send(status, words),
      expected: 'unmeasured blocked',
    }),
  ),
  {
    name: 'a challenge by a script of its own, which sets a cookie and loads again',
    serve: send(200, `<html><body>${unknownScript}</body></html>`),
    expected: 'unmeasured blocked',
  },
  {
    name: 'the same with 503',
    serve: send(503, `<html><body>${unknownScript}</body></html>`),
    expected: 'unmeasured blocked',
  },
  {
    name: 'a firewall that says why it refuses, with 200',
    serve: send(200, page('网站防火墙', '<p>您的请求被拦截，事件编号 20190527</p>')),
    expected: 'unmeasured blocked',
  },
];
