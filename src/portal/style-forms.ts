/** Forms: one column, large fields, the mistake beside the field and all of them on top. */
export const formStyle = `
form{max-width:44rem}
.field{margin:0 0 1.5rem;border:0;padding:0;min-width:0}
.field>label,.field>legend{display:block;font-weight:600;margin:0 0 .15rem;padding:0}
.hint{color:var(--soft);font-size:.9375rem;margin:0 0 .35rem}
input[type=text],input[type=url],input[type=email],input[type=tel],input[type=search],
textarea,select{font:inherit;color:inherit;background:var(--ground);border:2px solid var(--soft);
border-radius:4px;padding:.5rem .6rem;width:100%;max-width:100%}
textarea{min-height:9rem;resize:vertical}
input[type=file]{font:inherit;max-width:100%}
.short{max-width:16rem}
.choices{display:grid;gap:.35rem}
.choices label{display:flex;gap:.6rem;align-items:baseline;padding:.15rem 0;cursor:pointer}
.choices input{width:1.15rem;height:1.15rem;flex:none;transform:translateY(.15rem)}
.choices.across{display:flex;flex-wrap:wrap;gap:0 1.5rem}
.wrong{border-left:4px solid var(--charged);padding-left:1rem}
.wrong input,.wrong textarea,.wrong select{border-color:var(--charged)}
.mistake{color:var(--charged);font-weight:600;margin:0 0 .35rem}
.mistakes{border:3px solid var(--charged);border-radius:4px;padding:.9rem 1.25rem;
margin:0 0 1.5rem}
.mistakes h2{margin:0 0 .4rem;font-size:1.125rem}
.mistakes ul{margin:0;padding-left:1.1em}
button,.button{display:inline-block;font:inherit;font-weight:600;border:2px solid var(--act);
border-radius:4px;padding:.55rem 1.4rem;background:var(--act);color:var(--act-ink);
cursor:pointer;text-decoration:none}
button.other,.button.other{background:none;color:var(--act)}
.row{display:flex;flex-wrap:wrap;gap:.75rem;align-items:end}
form{margin-bottom:1.25rem}
textarea.low{min-height:4.5rem}
.row .field{margin:0;flex:1 1 14rem}
.trap{position:absolute;left:-99em}
.receipt{border:2px solid var(--line);border-radius:6px;padding:1rem 1.25rem;margin:0 0 1.5rem}
.receipt p.code{font-size:1.5rem;font-weight:600;letter-spacing:.04em}
.steps{list-style:none;padding:0 0 0 1.25rem;border-left:2px solid var(--line);margin-left:.4rem}
.steps li{position:relative;margin:0 0 1rem}
.steps li::before{content:'';position:absolute;left:-1.65rem;top:.55em;width:.7rem;height:.7rem;
border-radius:50%;background:var(--ground);border:2px solid var(--soft)}
.steps li.done::before{background:var(--soft)}
.said{white-space:pre-wrap;background:var(--raised);border-radius:6px;padding:.75rem 1rem;
margin:0 0 1rem}
.looks{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,18rem),1fr));gap:1rem}
.looks figure{margin:0;border:1px solid var(--line);border-radius:6px;padding:.75rem}
.looks img{width:100%;height:auto;display:block;border:1px solid var(--line)}
.looks figcaption{font-size:.9375rem}
`;
