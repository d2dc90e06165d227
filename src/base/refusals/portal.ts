/** Refusals that visitors of the public pages meet. */
export const portalRefusals = {
  'form-stale': {
    zh: '这张表单打开太久或者不完整。您填写的内容已保留，请再按一次提交。',
    en: 'This form was open too long, or is not whole. What you wrote is kept: send it once more.',
  },
  'form-too-fast': {
    zh: '提交得太快，像是程序自动填写。您填写的内容已保留，请过 {seconds} 秒再按一次提交。',
    en: 'This came too fast for a person. What you wrote is kept: wait {seconds} seconds and send it once more.',
  },
  'form-by-program': {
    zh: '表单中只有程序才会填写的一栏被填写了，没有提交。请清空该栏后再试。',
    en: 'A field that only programs fill in was filled in, so nothing was sent. Empty it and try again.',
  },
  'picture-mistake': {
    zh: '没有收下这个文件：只收 JPEG 或 PNG 图片，不超过 {most} MB。请换一张图片，或不附图片。',
    en: 'This file was not taken: only JPEG or PNG pictures of at most {most} MB are. Choose another, or send none.',
  },
  'pictures-too-many': {
    zh: '每件事最多附 {most} 张图片，已经有 {most} 张。',
    en: 'A matter takes {most} pictures, and has {most} already.',
  },
} as const;
