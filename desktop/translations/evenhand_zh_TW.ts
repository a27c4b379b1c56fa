<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>CallListModel</name>
    <message>
        <source>Started</source>
        <translation>開始時間</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>時長</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>專員</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>風險提示</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>通話結果</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>紀錄</translation>
    </message>
    <message>
        <source>Received from {origin}</source>
        <translation>來自 {origin}</translation>
    </message>
    <message>
        <source>legal hold</source>
        <translation>已保全</translation>
    </message>
</context>
<context>
    <name>CallListView</name>
    <message>
        <source>Find by case, agent, date or outcome</source>
        <translation>依案件、專員、日期或結果查詢</translation>
    </message>
    <message>
        <source>Only calls with flags</source>
        <translation>只看有風險提示的通話</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>重新整理</translation>
    </message>
    <message>
        <source>No calls are recorded yet. Play the demo call, or start a call.</source>
        <translation>還沒有通話紀錄。可以播放示範通話，或開始一通電話。</translation>
    </message>
</context>
<context>
    <name>CallTranscript</name>
    <message>
        <source>Transcript</source>
        <translation>通話文字</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>專員</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客戶</translation>
    </message>
</context>
<context>
    <name>CallView</name>
    <message>
        <source>← Calls</source>
        <translation>← 通話清單</translation>
    </message>
    <message>
        <source>Export as evidence…</source>
        <translation>匯出為證據…</translation>
    </message>
    <message>
        <source>Opening the call…</source>
        <translation>正在開啟通話…</translation>
    </message>
    <message>
        <source>Call {number} · case {case} · {agent} · {length} · {state}</source>
        <translation>第 {number} 通 · 案件 {case} · {agent} · {length} · {state}</translation>
    </message>
    <message>
        <source>Received from {origin}; unchanged since it was sealed there.</source>
        <translation>收自 {origin}，封存以後沒有更動。</translation>
    </message>
    <message>
        <source>Legal hold by {who}: {why}</source>
        <translation>{who} 設了法律保全：{why}</translation>
    </message>
    <message>
        <source>{what} asked for by {who}: {state} ({why})</source>
        <translation>{who} 申請{what}：{state}（{why}）</translation>
    </message>
    <message>
        <source>This call has no wrap-up.</source>
        <translation>這通電話沒有話後紀錄。</translation>
    </message>
    <message>
        <source>Outcome: {outcome}</source>
        <translation>結果：{outcome}</translation>
    </message>
    <message>
        <source>Promised: {amount} by {date}</source>
        <translation>承諾：{date} 前還 {amount}</translation>
    </message>
    <message>
        <source>Next contact: {when}</source>
        <translation>下次聯絡：{when}</translation>
    </message>
    <message>
        <source>Suggestions shown: {shown}, used: {used}</source>
        <translation>話術提示：顯示 {shown} 則，使用 {used} 則</translation>
    </message>
</context>
<context>
    <name>CaseEditor</name>
    <message>
        <source>New case</source>
        <translation>新增案件</translation>
    </message>
    <message>
        <source>Edit case</source>
        <translation>編輯案件</translation>
    </message>
    <message>
        <source>several separated by commas</source>
        <translation>多個用逗號隔開</translation>
    </message>
    <message>
        <source>overdue since</source>
        <translation>逾期起始日</translation>
    </message>
    <message>
        <source>only the creditor&apos;s official ones, separated by commas</source>
        <translation>只填債權人的官方管道，用逗號隔開</translation>
    </message>
    <message>
        <source>Principal</source>
        <translation>本金</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>利息</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>費用</translation>
    </message>
    <message>
        <source>Rules of</source>
        <translation>適用規則</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>案件編號</translation>
    </message>
    <message>
        <source>Debtor</source>
        <translation>債務人</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Creditor</source>
        <translation>債權人</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>產品</translation>
    </message>
    <message>
        <source>Kind of debt</source>
        <translation>債務類型</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>欠款</translation>
    </message>
    <message>
        <source>Payment channels</source>
        <translation>還款管道</translation>
    </message>
    <message>
        <source>Guarantor</source>
        <translation>擔保人</translation>
    </message>
    <message>
        <source>Guarantor&apos;s phones</source>
        <translation>擔保人電話</translation>
    </message>
    <message>
        <source>Legal procedure</source>
        <translation>法律程序</translation>
    </message>
    <message>
        <source>Hardship</source>
        <translation>經濟困難</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>the case number</source>
        <translation>案件編號</translation>
    </message>
    <message>
        <source>the debtor&apos;s name</source>
        <translation>債務人姓名</translation>
    </message>
    <message>
        <source>the creditor</source>
        <translation>債權人</translation>
    </message>
    <message>
        <source>the product</source>
        <translation>產品</translation>
    </message>
    <message>
        <source>Please fill in {what}.</source>
        <translation>請填寫{what}。</translation>
    </message>
    <message>
        <source>Please fill in what is owed.</source>
        <translation>請填寫欠款金額。</translation>
    </message>
</context>
<context>
    <name>CaseHistory</name>
    <message>
        <source>Promised {amount} by {date}</source>
        <translation>承諾 {date} 前還 {amount}</translation>
    </message>
    <message>
        <source>Plan of {count} payments agreed</source>
        <translation>已商定分 {count} 期的還款計畫</translation>
    </message>
    <message>
        <source>Disputed: {reason}</source>
        <translation>有異議：{reason}</translation>
    </message>
    <message>
        <source>Asked not to be called: {words}</source>
        <translation>要求不再來電：{words}</translation>
    </message>
</context>
<context>
    <name>CaseListModel</name>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>產品</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>欠款</translation>
    </message>
    <message>
        <source>Days overdue</source>
        <translation>逾期天數</translation>
    </message>
    <message>
        <source>Last call</source>
        <translation>上次通話</translation>
    </message>
    <message>
        <source>What stands against a call</source>
        <translation>不宜致電的原因</translation>
    </message>
    <message>
        <source>no calls wanted</source>
        <translation>要求停止來電</translation>
    </message>
    <message>
        <source>disputed</source>
        <translation>有異議</translation>
    </message>
    <message>
        <source>plan agreed</source>
        <translation>已有還款計畫</translation>
    </message>
    <message>
        <source>represented</source>
        <translation>有代理人</translation>
    </message>
    <message>
        <source>hardship</source>
        <translation>經濟困難</translation>
    </message>
    <message>
        <source>deceased</source>
        <translation>已故</translation>
    </message>
</context>
<context>
    <name>CaseListView</name>
    <message>
        <source>Find by case number or product</source>
        <translation>依案件編號或產品查詢</translation>
    </message>
    <message>
        <source>New case…</source>
        <translation>新增案件…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>匯入…</translation>
    </message>
    <message>
        <source>No cases yet. Import a table (XLSX or CSV) or type in a case.</source>
        <translation>還沒有案件。請匯入表格（XLSX 或 CSV），或手動輸入。</translation>
    </message>
</context>
<context>
    <name>CaseTexts</name>
    <message>
        <source>debtor</source>
        <translation>債務人</translation>
    </message>
    <message>
        <source>guarantor</source>
        <translation>擔保人</translation>
    </message>
    <message>
        <source>representative</source>
        <translation>代理人</translation>
    </message>
    <message>
        <source>contact person</source>
        <translation>聯絡人</translation>
    </message>
    <message>
        <source>third party</source>
        <translation>第三人</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>無人接聽</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>忙線</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>拒接</translation>
    </message>
    <message>
        <source>number not in use</source>
        <translation>空號</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未接通</translation>
    </message>
    <message>
        <source>voicemail</source>
        <translation>語音信箱</translation>
    </message>
    <message>
        <source>someone answered</source>
        <translation>有人接聽</translation>
    </message>
    <message>
        <source>talked</source>
        <translation>有效通話</translation>
    </message>
    <message>
        <source>No suit: don&apos;t speak of one.</source>
        <translation>沒有起訴：不要提起訴。</translation>
    </message>
    <message>
        <source>A suit is considered, none is filed: say no more.</source>
        <translation>正在考慮起訴，尚未提交：不要多說。</translation>
    </message>
    <message>
        <source>A suit is filed.</source>
        <translation>已起訴。</translation>
    </message>
    <message>
        <source>There is a judgment.</source>
        <translation>已有判決。</translation>
    </message>
    <message>
        <source>The court is enforcing its judgment.</source>
        <translation>法院正在強制執行。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>considered</source>
        <translation>考慮中</translation>
    </message>
    <message>
        <source>filed</source>
        <translation>已起訴</translation>
    </message>
    <message>
        <source>judgment</source>
        <translation>已判決</translation>
    </message>
    <message>
        <source>enforcement</source>
        <translation>執行中</translation>
    </message>
    <message>
        <source>credit card</source>
        <translation>信用卡</translation>
    </message>
    <message>
        <source>consumer loan</source>
        <translation>消費性貸款</translation>
    </message>
    <message>
        <source>car loan</source>
        <translation>汽車貸款</translation>
    </message>
    <message>
        <source>mortgage</source>
        <translation>房貸</translation>
    </message>
    <message>
        <source>purchased debt</source>
        <translation>受讓債權</translation>
    </message>
    <message>
        <source>trade debt</source>
        <translation>商業欠款</translation>
    </message>
    <message>
        <source>private debt</source>
        <translation>民間借貸</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>is not an amount</source>
        <translation>不是金額</translation>
    </message>
    <message>
        <source>is not a date</source>
        <translation>不是日期</translation>
    </message>
    <message>
        <source>is not a rate</source>
        <translation>不是利率</translation>
    </message>
    <message>
        <source>is not a phone number</source>
        <translation>不是電話號碼</translation>
    </message>
    <message>
        <source>is not a time zone</source>
        <translation>不是時區</translation>
    </message>
    <message>
        <source>is not a known kind of debt</source>
        <translation>不是已知的債務類型</translation>
    </message>
    <message>
        <source>is not a known legal status</source>
        <translation>不是已知的法律狀態</translation>
    </message>
    <message>
        <source>is there twice</source>
        <translation>重複出現</translation>
    </message>
    <message>
        <source>says that nothing is owed</source>
        <translation>欠款為零</translation>
    </message>
</context>
<context>
    <name>CaseView</name>
    <message>
        <source>Whom to call</source>
        <translation>打給誰</translation>
    </message>
    <message>
        <source>About which debt</source>
        <translation>哪筆債務</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>經過</translation>
    </message>
    <message>
        <source>History</source>
        <translation>歷史</translation>
    </message>
    <message>
        <source>{case} · {name}</source>
        <translation>{case} · {name}</translation>
    </message>
    <message>
        <source>← Cases</source>
        <translation>← 案件清單</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>編輯…</translation>
    </message>
    <message>
        <source>Work out a plan…</source>
        <translation>訂定還款計畫…</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>撥打</translation>
    </message>
    <message>
        <source>About</source>
        <translation>關於</translation>
    </message>
    <message>
        <source>This case has no phone number. Edit the case to add one.</source>
        <translation>這個案件沒有電話號碼。請編輯案件補上。</translation>
    </message>
    <message>
        <source>Creditor: {creditor}</source>
        <translation>債權人：{creditor}</translation>
    </message>
    <message>
        <source>Principal {principal}, interest {interest}, fees {fees}</source>
        <translation>本金 {principal}，利息 {interest}，費用 {fees}</translation>
    </message>
    <message>
        <source>{days} days overdue</source>
        <translation>逾期 {days} 天</translation>
    </message>
    <message>
        <source>Pay through: {channels}</source>
        <translation>還款管道：{channels}</translation>
    </message>
    <message>
        <source>No official payment channel is on file: don&apos;t name any.</source>
        <translation>沒有登記官方還款管道：不要向客戶提供任何管道。</translation>
    </message>
    <message>
        <source>Hardship: {what}</source>
        <translation>經濟困難：{what}</translation>
    </message>
    <message>
        <source>Notes: {notes}</source>
        <translation>備註：{notes}</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>暫無。</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>Required statements</source>
        <translation>必說事項</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>已超時</translation>
    </message>
</context>
<context>
    <name>CompactWindow</name>
    <message>
        <source>evenhand – small</source>
        <translation>evenhand 小視窗</translation>
    </message>
    <message>
        <source>Back to the large window</source>
        <translation>回到大視窗</translation>
    </message>
    <message>
        <source>No flag</source>
        <translation>沒有風險提示</translation>
    </message>
    <message>
        <source>{count} flags so far</source>
        <translation>已有 {count} 則風險提示</translation>
    </message>
    <message>
        <source>No suggestion right now</source>
        <translation>暫時沒有話術提示</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暫停</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Both sides are speaking. Start listening?</source>
        <translation>雙方已開始說話。要開始收聽嗎？</translation>
    </message>
    <message>
        <source>Something failed</source>
        <translation>出了點問題</translation>
    </message>
    <message>
        <source>A part of evenhand failed. A running call goes on and stays recorded.</source>
        <translation>evenhand 的一個元件出錯了。正在進行的通話照常繼續，錄音不受影響。</translation>
    </message>
    <message>
        <source>A report without personal data was written to {path}. Send it to your support.</source>
        <translation>已產生不含個人資訊的報告：{path}。請發給技術支援。</translation>
    </message>
    <message>
        <source>Done: evenhand:// addresses now open here.</source>
        <translation>已完成：evenhand:// 連結現在會在這裡開啟。</translation>
    </message>
    <message>
        <source>On this system it takes an application bundle, which evenhand does not have yet.</source>
        <translation>這個系統需要應用程式套件，evenhand 目前還沒有。</translation>
    </message>
</context>
<context>
    <name>DismissReasons</name>
    <message>
        <source>Misheard: I did not say that</source>
        <translation>聽錯了：我沒這麼說</translation>
    </message>
    <message>
        <source>Harmless in this context</source>
        <translation>在當時語境下沒問題</translation>
    </message>
    <message>
        <source>The customer said it</source>
        <translation>是客戶說的</translation>
    </message>
    <message>
        <source>I have put it right</source>
        <translation>我已當場更正</translation>
    </message>
</context>
<context>
    <name>EventDisplay</name>
    <message>
        <source>Both sides have been silent for a while. Is the call over?</source>
        <translation>雙方已沉默一段時間。通話結束了嗎？</translation>
    </message>
    <message>
        <source>Paused: nothing is recorded</source>
        <translation>已暫停：不錄音</translation>
    </message>
    <message>
        <source>Recording again</source>
        <translation>恢復錄音</translation>
    </message>
    <message>
        <source>Marked for review</source>
        <translation>已標記，待複核</translation>
    </message>
    <message>
        <source>Recognition failed and was restarted after {seconds} s; nothing of the sound is lost</source>
        <translation>辨識程式出錯，{seconds} 秒後已重啟；錄音沒有遺失</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export evidence</source>
        <translation>匯出證據</translation>
    </message>
    <message>
        <source>The bundle holds the sound, the transcript and every entry of this call, signed, with a guide for checking it without evenhand. ID, card and telephone numbers are masked in the text and silenced in the sound. The export is noted in the record.</source>
        <translation>證據包裡有這通電話的錄音、文字和每一筆紀錄，都已簽名，並附有不用本軟體也能核對的說明。身分證號、卡號和電話號碼在文字裡遮蔽，在錄音裡靜音。這次匯出會記入紀錄。</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>瀏覽(&amp;B)…</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指紋</translation>
    </message>
    <message>
        <source>&amp;Copy fingerprint</source>
        <translation>複製指紋(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>開啟資料夾(&amp;O)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>匯出(&amp;E)</translation>
    </message>
    <message>
        <source>The bundle holds the sound, the transcript and every entry of this call, signed, with ALL numbers readable, as two people agreed. The agreement serves once. Give the bundle only to whom it was agreed for.</source>
        <translation>證據包裡有這通電話的錄音、文字和每一筆記錄，都有簽章；經兩人同意，所有號碼都看得到、聽得到。這次同意只能用一次。證據包只交給當初說好的人。</translation>
    </message>
    <message>
        <source>Exported to {folder}. Numbers masked in {entries} entries and silenced in {places} places. Tell the receiver this fingerprint by another way than the bundle, such as by telephone:</source>
        <translation>已匯出到 {folder}。有 {entries} 筆紀錄遮蔽了號碼，錄音裡有 {places} 處靜音。請用證據包以外的途徑（例如打電話）把下面的指紋告訴接收方：</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>完成(&amp;D)</translation>
    </message>
</context>
<context>
    <name>FactsStrip</name>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Year-month-day, such as 2026-12-05</source>
        <translation>年-月-日，如 2026-12-05</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Amounts and dates that are promised appear here</source>
        <translation>客戶承諾的金額和日期會顯示在這裡</translation>
    </message>
    <message>
        <source>{what}: “{heard}”</source>
        <translation>{what}：「{heard}」</translation>
    </message>
    <message>
        <source>{what}: “{heard}” (+{more})</source>
        <translation>{what}：「{heard}」（還有 {more} 項）</translation>
    </message>
    <message>
        <source>{what} confirmed: {amount} {date}</source>
        <translation>{what}已確認：{amount} {date}</translation>
    </message>
</context>
<context>
    <name>FlagLane</name>
    <message>
        <source>No flags. What breaks a rule is told here, with what to say instead.</source>
        <translation>沒有風險提示。說了違規的話會在這裡提示，並給出可以改說的話。</translation>
    </message>
    <message>
        <source>Say instead: {words}</source>
        <translation>改說：{words}</translation>
    </message>
    <message>
        <source>Say: {words}</source>
        <translation>可以說：{words}</translation>
    </message>
    <message>
        <source>{count} flags so far</source>
        <translation>已有 {count} 則風險提示</translation>
    </message>
    <message>
        <source>Dismiss (D)</source>
        <translation>忽略  D</translation>
    </message>
    <message>
        <source>This flag is wrong. It stays in the record, with your name.</source>
        <translation>這條提示不對。它仍會連同您的姓名留在紀錄裡。</translation>
    </message>
    <message>
        <source>Dismiss with a reason (Shift+D)</source>
        <translation>註明原因後忽略（Shift+D）</translation>
    </message>
    <message>
        <source>Dismiss with a reason</source>
        <translation>註明原因後忽略</translation>
    </message>
</context>
<context>
    <name>FlagList</name>
    <message>
        <source>Also possible ones and mere mentions</source>
        <translation>同時顯示疑似和僅提及的</translation>
    </message>
    <message>
        <source>At</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>風險提示</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Flags of the call</source>
        <translation>本通電話的風險提示</translation>
    </message>
    <message>
        <source>No flags in this call.</source>
        <translation>這通電話沒有風險提示。</translation>
    </message>
    <message>
        <source>Said: {words}</source>
        <translation>原話：{words}</translation>
    </message>
    <message>
        <source>Say instead: {text}</source>
        <translation>改說：{text}</translation>
    </message>
    <message>
        <source>Basis: {basis}</source>
        <translation>依據：{basis}</translation>
    </message>
    <message>
        <source>Dismissed by {who}: {why}</source>
        <translation>{who} 已忽略：{why}</translation>
    </message>
</context>
<context>
    <name>Flags</name>
    <message>
        <source>Stop</source>
        <translation>停</translation>
    </message>
    <message>
        <source>Careful</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>just heard</source>
        <translation>剛聽到</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已確認</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation>已忽略</translation>
    </message>
    <message>
        <source>Not said yet: {title}</source>
        <translation>還沒說：{title}</translation>
    </message>
    <message>
        <source>Customer: “{words}”</source>
        <translation>客戶：「{words}」</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>「{words}」</translation>
    </message>
    <message>
        <source>House rule: {rule}</source>
        <translation>內部規定：{rule}</translation>
    </message>
    <message>
        <source>Say instead: {words}</source>
        <translation>改說：{words}</translation>
    </message>
    <message>
        <source>Basis: {basis}</source>
        <translation>依據：{basis}</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Mark moment  M</source>
        <translation>標記  M</translation>
    </message>
    <message>
        <source>Mark this moment for review (M)</source>
        <translation>標記此刻，供事後複核（M）</translation>
    </message>
    <message>
        <source>Go on  P</source>
        <translation>繼續  P</translation>
    </message>
    <message>
        <source>Pause  P</source>
        <translation>暫停  P</translation>
    </message>
    <message>
        <source>Record and recognise again (P)</source>
        <translation>恢復錄音和辨識（P）</translation>
    </message>
    <message>
        <source>Nothing is recorded while paused, for card numbers and the like (P)</source>
        <translation>暫停期間不錄音，用於報卡號等情形（P）</translation>
    </message>
    <message>
        <source>End call  Ctrl+E</source>
        <translation>結束  Ctrl+E</translation>
    </message>
    <message>
        <source>Small  C</source>
        <translation>小視窗  C</translation>
    </message>
    <message>
        <source>Small window that stays on top and never takes the focus (C)</source>
        <translation>小視窗始終在最前，不會搶走焦點（C）</translation>
    </message>
</context>
<context>
    <name>GatePanel</name>
    <message>
        <source>What the contact rules say</source>
        <translation>聯絡規則怎麼說</translation>
    </message>
    <message>
        <source>Why this call may be made all the same (goes into the record)</source>
        <translation>仍要撥打的理由（會記入紀錄）</translation>
    </message>
    <message>
        <source>Call and listen</source>
        <translation>撥打並收聽</translation>
    </message>
    <message>
        <source>Override and call</source>
        <translation>註明理由後撥打</translation>
    </message>
</context>
<context>
    <name>GateTexts</name>
    <message>
        <source>✓ You may call</source>
        <translation>✓ 可以撥打</translation>
    </message>
    <message>
        <source>▲ Call with care</source>
        <translation>▲ 可以撥打，請留意</translation>
    </message>
    <message>
        <source>■ Do not call now</source>
        <translation>■ 現在不可撥打</translation>
    </message>
    <message>
        <source>Rule of your own house. {source}</source>
        <translation>本公司內部規定。{source}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>in {days} days</source>
        <translation>{days} 天內</translation>
    </message>
    <message>
        <source>calls placed</source>
        <translation>撥出次數</translation>
    </message>
    <message>
        <source>unanswered calls</source>
        <translation>未接通次數</translation>
    </message>
    <message>
        <source>connected calls</source>
        <translation>接通次數</translation>
    </message>
    <message>
        <source>conversations</source>
        <translation>有效通話次數</translation>
    </message>
    <message>
        <source>Where the person is isn&apos;t known; the hours of {zone} were taken. Ask before you go on.</source>
        <translation>不清楚對方所在地，暫按 {zone} 的時間計算。請先詢問再繼續。</translation>
    </message>
    <message>
        <source>It is {local} there; calls are allowed from {from} to {until}.</source>
        <translation>當地時間 {local}；允許撥打的時段為 {from}–{until}。</translation>
    </message>
    <message>
        <source>It is {local} there, outside {from}–{until}, but the person agreed: “{words}”.</source>
        <translation>當地時間 {local}，不在 {from}–{until} 內，但對方同意過：「{words}」。</translation>
    </message>
    <message>
        <source>It is {local} there ({zone}); calls are allowed from {from} to {until} only.</source>
        <translation>當地時間 {local}（{zone}）；只允許在 {from}–{until} 撥打。</translation>
    </message>
    <message>
        <source>In one place where the person may be it is {local} ({zone}); allowed is {from} to {until}.</source>
        <translation>對方可能所在的一地現在是 {local}（{zone}）；允許時段為 {from}–{until}。</translation>
    </message>
    <message>
        <source>Today is a public holiday there: {name}.</source>
        <translation>當地今天是國定假日：{name}。</translation>
    </message>
    <message>
        <source>Today is no working day there.</source>
        <translation>當地今天不是工作日。</translation>
    </message>
    <message>
        <source>{count} of at most {limit} {counted} {span}.</source>
        <translation>{span}{counted}：{count} 次，上限 {limit} 次。</translation>
    </message>
    <message>
        <source>{count} of at most {limit} {counted} {span}: close to the limit.</source>
        <translation>{span}{counted}：{count} 次，上限 {limit} 次，接近上限。</translation>
    </message>
    <message>
        <source>{count} {counted} {span}; the limit of {limit} is reached.</source>
        <translation>{span}{counted}：{count} 次，已達上限 {limit} 次。</translation>
    </message>
    <message>
        <source>You talked on {talked}; no call for {days} days from then.</source>
        <translation>{talked} 已通過話；此後 {days} 天內不可再撥。</translation>
    </message>
    <message>
        <source>Since {since} the person wants no contact at all: “{words}”.</source>
        <translation>對方自 {since} 起要求不再聯絡：「{words}」。</translation>
    </message>
    <message>
        <source>Since {since} the person wants no calls: “{words}”.</source>
        <translation>對方自 {since} 起要求不再來電：「{words}」。</translation>
    </message>
    <message>
        <source>Since {since} the person wants no calls on this number.</source>
        <translation>對方自 {since} 起要求不再撥打此號碼。</translation>
    </message>
    <message>
        <source>Since {since} the person wants no calls at work.</source>
        <translation>對方自 {since} 起要求不打公司電話。</translation>
    </message>
    <message>
        <source>Since {since} the person wants no calls at this hour.</source>
        <translation>對方自 {since} 起要求這個時段不要來電。</translation>
    </message>
    <message>
        <source>The debt has been disputed since {since} ({reason}); it is to be verified first.</source>
        <translation>該債務自 {since} 起有異議（{reason}），應先查證。</translation>
    </message>
    <message>
        <source>A plan was agreed on {since} and is kept; collection rests. Next payment: {next_due}.</source>
        <translation>{since} 已商定還款計畫且正在履行，暫停催收。下期還款日：{next_due}。</translation>
    </message>
    <message>
        <source>A lawyer or adviser speaks for the person; talk to them.</source>
        <translation>對方已有律師或顧問代理，請聯絡代理人。</translation>
    </message>
    <message>
        <source>The person has not been told yet that you were asked to collect.</source>
        <translation>尚未告知對方已委託您方催收。</translation>
    </message>
    <message>
        <source>The person has been bankrupt since {since}.</source>
        <translation>對方自 {since} 起已破產。</translation>
    </message>
    <message>
        <source>A breathing space runs until {until}: no contact about the debt.</source>
        <translation>寬限期至 {until}：期間不得就債務聯絡。</translation>
    </message>
    <message>
        <source>Held until {until} while the person takes debt advice.</source>
        <translation>對方正在接受債務諮詢，暫停至 {until}。</translation>
    </message>
    <message>
        <source>The debt may be time-barred: no word of a suit, and no pressure to acknowledge it.</source>
        <translation>債務可能已過訴訟時效：不提起訴，也不得施壓要求承認債務。</translation>
    </message>
    <message>
        <source>The person has died.</source>
        <translation>對方已去世。</translation>
    </message>
    <message>
        <source>The person can&apos;t deal with this on their own; collection rests.</source>
        <translation>對方無法獨自處理此事，暫停催收。</translation>
    </message>
    <message>
        <source>Care is due: {why}.</source>
        <translation>需特別關照：{why}。</translation>
    </message>
    <message>
        <source>This number is not one of the person&apos;s known numbers.</source>
        <translation>這不是對方登記的號碼。</translation>
    </message>
    <message>
        <source>This number is known to be wrong or out of service.</source>
        <translation>該號碼已知有誤或已停用。</translation>
    </message>
    <message>
        <source>The debtor can still be reached: others may be asked only after {dials} failed calls or {days} days.</source>
        <translation>仍可聯絡到債務人：撥打 {dials} 次未通或 {days} 天聯絡不上之後，才可詢問他人。</translation>
    </message>
    <message>
        <source>The debtor has died, so this person may be asked.</source>
        <translation>債務人已去世，可以詢問此人。</translation>
    </message>
    <message>
        <source>The debtor can&apos;t deal with it, so this person may be asked.</source>
        <translation>債務人無法處理，可以詢問此人。</translation>
    </message>
    <message>
        <source>The debtor&apos;s numbers are invalid, so this person may be asked.</source>
        <translation>債務人號碼無效，可以詢問此人。</translation>
    </message>
    <message>
        <source>The debtor did not answer often enough to ask this person.</source>
        <translation>債務人多次未接聽，可以詢問此人。</translation>
    </message>
    <message>
        <source>The debtor did not answer for days, so this person may be asked.</source>
        <translation>債務人多日未接聽，可以詢問此人。</translation>
    </message>
    <message>
        <source>This person owes nothing and may not be called about the debt.</source>
        <translation>此人不欠款，不得就債務致電。</translation>
    </message>
    <message>
        <source>{count} of at most {limit} calls to this person. No word of the debt.</source>
        <translation>致電此人 {count} 次，上限 {limit} 次。不得透露債務。</translation>
    </message>
    <message>
        <source>This person was reached {count} times; more than {limit} are not allowed.</source>
        <translation>已聯絡到此人 {count} 次，不得超過 {limit} 次。</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>{days} days overdue</source>
        <translation>逾期 {days} 天</translation>
    </message>
    <message>
        <source>Call {number} today</source>
        <translation>今日第 {number} 次</translation>
    </message>
    <message>
        <source>{hours} ✓</source>
        <translation>{hours} ✓</translation>
    </message>
    <message>
        <source>{hours} – outside</source>
        <translation>{hours}（時段外）</translation>
    </message>
    <message>
        <source>No case</source>
        <translation>無案件</translation>
    </message>
    <message>
        <source>No call</source>
        <translation>沒有通話</translation>
    </message>
    <message>
        <source>Delay {seconds} s</source>
        <translation>延遲 {seconds} 秒</translation>
    </message>
    <message>
        <source>Not recording</source>
        <translation>未錄音</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>錄音中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已結束</translation>
    </message>
    <message>
        <source>Demo call</source>
        <translation>示範通話</translation>
    </message>
    <message>
        <source>Hours not limited</source>
        <translation>時段不限</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>專員</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客戶</translation>
    </message>
    <message>
        <source>Level: {side}</source>
        <translation>音量：{side}</translation>
    </message>
    <message>
        <source>Length of the call</source>
        <translation>通話時長</translation>
    </message>
</context>
<context>
    <name>Hotkeys</name>
    <message>
        <source>Use the line to say now</source>
        <translation>使用「現在說」的話術</translation>
    </message>
    <message>
        <source>Use card 1</source>
        <translation>使用話術 1</translation>
    </message>
    <message>
        <source>Use card 2</source>
        <translation>使用話術 2</translation>
    </message>
    <message>
        <source>Use card 3</source>
        <translation>使用話術 3</translation>
    </message>
    <message>
        <source>Dismiss the flag</source>
        <translation>忽略風險提示</translation>
    </message>
    <message>
        <source>Mark this moment</source>
        <translation>標記此刻</translation>
    </message>
    <message>
        <source>Pause, and go on</source>
        <translation>暫停／繼續</translation>
    </message>
    <message>
        <source>Start listening</source>
        <translation>開始收聽</translation>
    </message>
    <message>
        <source>End the call</source>
        <translation>結束通話</translation>
    </message>
    <message>
        <source>Confirm the amount or date</source>
        <translation>確認金額或日期</translation>
    </message>
    <message>
        <source>Small window, and back</source>
        <translation>切換小視窗</translation>
    </message>
    <message>
        <source>Under Wayland no program may listen to keys while another one is in front. Log in to an X11 session, or bind the command “evenhand live” to a key in the desktop&apos;s own settings. The keys of the window itself work.</source>
        <translation>在 Wayland 下，程式不在最前時無法接收按鍵。請改用 X11 工作階段登入，或在桌面設定裡把命令「evenhand live」綁定到快速鍵。視窗內的快速鍵不受影響。</translation>
    </message>
    <message>
        <source>There is no display here whose keys could be listened to.</source>
        <translation>這裡沒有可以接收按鍵的顯示環境。</translation>
    </message>
    <message>
        <source>macOS asks before a program may watch keys: allow evenhand under Privacy &amp; Security, Input Monitoring.</source>
        <translation>macOS 需要授權才能接收按鍵：請在「隱私權與安全性 › 輸入監控」中允許 evenhand。</translation>
    </message>
    <message>
        <source>The hotkey library is missing. Run the set-up again.</source>
        <translation>缺少快速鍵元件。請重新執行安裝。</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import cases</source>
        <translation>匯入案件</translation>
    </message>
    <message>
        <source>XLSX or CSV with headings in the first row</source>
        <translation>XLSX 或 CSV，首列為欄位名稱</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選擇…</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>欄</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Import good rows</source>
        <translation>匯入無誤的列</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Rules of</source>
        <translation>適用規則</translation>
    </message>
    <message>
        <source>Choose a table of cases</source>
        <translation>選擇案件表格</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.xlsm *.csv *.txt)</source>
        <translation>表格 (*.xlsx *.xlsm *.csv *.txt)</translation>
    </message>
    <message>
        <source>{good} cases can be imported; {bad} of {rows} rows can&apos;t.</source>
        <translation>可匯入 {good} 個案件；{rows} 列中有 {bad} 列無法匯入。</translation>
    </message>
    <message>
        <source>Columns left alone: {names}</source>
        <translation>未使用的欄：{names}</translation>
    </message>
</context>
<context>
    <name>KeyHelp</name>
    <message>
        <source>Keys</source>
        <translation>快速鍵</translation>
    </message>
    <message>
        <source>Keys of this window</source>
        <translation>本視窗的快速鍵</translation>
    </message>
    <message>
        <source>Keys that work while the CRM is in front are in the settings.</source>
        <translation>在 CRM 裡也能用的快速鍵，請到設定中檢視。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Use the line to say now</source>
        <translation>使用「現在說」的話術</translation>
    </message>
    <message>
        <source>Use another card</source>
        <translation>使用其他話術</translation>
    </message>
    <message>
        <source>Confirm the amount or date that was heard</source>
        <translation>確認聽到的金額或日期</translation>
    </message>
    <message>
        <source>Correct the amount or date first</source>
        <translation>先更正金額或日期</translation>
    </message>
    <message>
        <source>Dismiss the flag</source>
        <translation>忽略風險提示</translation>
    </message>
    <message>
        <source>Dismiss the flag with a reason</source>
        <translation>註明原因後忽略提示</translation>
    </message>
    <message>
        <source>Mark this moment for review</source>
        <translation>標記此刻，供事後複核</translation>
    </message>
    <message>
        <source>Pause, and go on</source>
        <translation>暫停／繼續</translation>
    </message>
    <message>
        <source>End the call</source>
        <translation>結束通話</translation>
    </message>
    <message>
        <source>Save the wrap-up</source>
        <translation>儲存話後紀錄</translation>
    </message>
    <message>
        <source>Small window, and back</source>
        <translation>切換小視窗</translation>
    </message>
    <message>
        <source>Move to another stage by hand</source>
        <translation>手動切換階段</translation>
    </message>
    <message>
        <source>Go to the required statements; Space ticks one</source>
        <translation>跳到必說事項；空格鍵勾選</translation>
    </message>
    <message>
        <source>Go to the transcript; arrows move in it</source>
        <translation>跳到通話文字；方向鍵移動</translation>
    </message>
    <message>
        <source>Back to the newest words</source>
        <translation>回到最新內容</translation>
    </message>
</context>
<context>
    <name>LiveController</name>
    <message>
        <source>evenhand failed while it prepared the call. A report was written.</source>
        <translation>準備通話時 evenhand 出錯，已產生報告。</translation>
    </message>
</context>
<context>
    <name>LivePage</name>
    <message>
        <source>Must be said: {ticked} of {all}</source>
        <translation>必說 {ticked}/{all}</translation>
    </message>
</context>
<context>
    <name>NoteList</name>
    <message>
        <source>Notes</source>
        <translation>備註</translation>
    </message>
</context>
<context>
    <name>NoticeLine</name>
    <message>
        <source>End</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
</context>
<context>
    <name>NowLine</name>
    <message>
        <source>Say now</source>
        <translation>現在說</translation>
    </message>
    <message>
        <source>Customer: {mind}</source>
        <translation>客戶：{mind}</translation>
    </message>
    <message>
        <source>Suggestions appear here once the call runs.</source>
        <translation>通話開始後，話術提示會顯示在這裡。</translation>
    </message>
</context>
<context>
    <name>OfficeWindow</name>
    <message>
        <source>&amp;Cases</source>
        <translation>案件(&amp;C)</translation>
    </message>
    <message>
        <source>Recorded ca&amp;lls</source>
        <translation>通話紀錄(&amp;L)</translation>
    </message>
    <message>
        <source>Re&amp;quests and keeping</source>
        <translation>申請與保存(&amp;Q)</translation>
    </message>
    <message>
        <source>Listen now</source>
        <translation>立即收聽</translation>
    </message>
    <message>
        <source>Sound check</source>
        <translation>聲音檢查</translation>
    </message>
    <message>
        <source>Demo call</source>
        <translation>示範通話</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>登出</translation>
    </message>
    <message>
        <source>Let someone else sign in; what is open is closed</source>
        <translation>換一個人登入；已開啟的內容會關閉</translation>
    </message>
    <message>
        <source>  Demo records: invented calls only</source>
        <translation>  示範紀錄：均為虛構通話</translation>
    </message>
</context>
<context>
    <name>PassphraseAsker</name>
    <message>
        <source>Passphrase</source>
        <translation>通行密語</translation>
    </message>
    <message>
        <source>Passphrase of the records on this machine:</source>
        <translation>本機紀錄的通行密語：</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Mainland China</source>
        <translation>中國大陸</translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation>台灣</translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation>香港</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>美國</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>英國</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>Repayment plan</source>
        <translation>還款計畫</translation>
    </message>
    <message>
        <source>Can pay each month</source>
        <translation>每月可還</translation>
    </message>
    <message>
        <source>Number of months</source>
        <translation>期數（月）</translation>
    </message>
    <message>
        <source>The creditor has approved this plan</source>
        <translation>債權人已同意此計畫</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>還款安排</translation>
    </message>
    <message>
        <source>To read out</source>
        <translation>口頭宣讀</translation>
    </message>
    <message>
        <source>Agreed on the call</source>
        <translation>已在通話中商定</translation>
    </message>
    <message>
        <source>Pays at once</source>
        <translation>先還</translation>
    </message>
    <message>
        <source>First instalment</source>
        <translation>首期還款日</translation>
    </message>
    <message>
        <source>Read this out so that the oral plan holds:</source>
        <translation>請宣讀以下內容，使口頭約定成立：</translation>
    </message>
    <message>
        <source>No limit on the number of months.</source>
        <translation>期數不限。</translation>
    </message>
    <message>
        <source>At most {months} months ({source}).</source>
        <translation>最多 {months} 個月（{source}）。</translation>
    </message>
</context>
<context>
    <name>PlayerBar</name>
    <message>
        <source>−5 s</source>
        <translation>−5 秒</translation>
    </message>
    <message>
        <source>+5 s</source>
        <translation>+5 秒</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>專員</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客戶</translation>
    </message>
    <message>
        <source>❚❚ Pause</source>
        <translation>❚❚ 暫停</translation>
    </message>
    <message>
        <source>▶ Play</source>
        <translation>▶ 播放</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>This call may not be placed now: {rules}. Open the case to see why, or give a reason to override it.</source>
        <translation>現在不可撥打這通電話：{rules}。請開啟案件檢視原因，或註明理由後繼續。</translation>
    </message>
    <message>
        <source>The rules of {locale} are for calls in {rules}, not in {language}. Choose another place or language.</source>
        <translation>{locale} 的規則適用於 {rules} 通話，而不是 {language}。請另選地區或語言。</translation>
    </message>
    <message>
        <source>Agent and customer would both be heard through {device}. Choose two devices: evenhand devices list</source>
        <translation>專員和客戶會從同一裝置 {device} 收音。請選擇兩個不同的裝置：evenhand devices list</translation>
    </message>
    <message>
        <source>{file} can&apos;t be imported: {why}. Save the table as XLSX or as CSV with headings in the first row.</source>
        <translation>無法匯入 {file}：{why}。請把表格另存為 XLSX 或 CSV，首列為欄位名稱。</translation>
    </message>
    <message>
        <source>There is no case {case}. Import it first, or check the number.</source>
        <translation>沒有案件 {case}。請先匯入，或核對編號。</translation>
    </message>
    <message>
        <source>A case&apos;s data can&apos;t be read ({why}). Import the case again.</source>
        <translation>案件資料無法讀取（{why}）。請重新匯入該案件。</translation>
    </message>
    <message>
        <source>There are no contact rules for {locale}. Choose another place, or add contact.yaml for it.</source>
        <translation>沒有 {locale} 的聯絡規則。請另選地區，或為其新增 contact.yaml。</translation>
    </message>
    <message>
        <source>Sign in before you override a contact rule.</source>
        <translation>請先登入，再越過聯絡規則。</translation>
    </message>
    <message>
        <source>Say in a few words why this call may be made in spite of the rule; it goes into the record.</source>
        <translation>請簡要說明為何仍要撥打；理由會記入紀錄。</translation>
    </message>
    <message>
        <source>{text} is not a phone number in {region}. Write it with its country code, such as +86 138 1234 5678.</source>
        <translation>{text} 不是 {region} 的電話號碼。請加上國碼填寫，如 +86 138 1234 5678。</translation>
    </message>
    <message>
        <source>The first payment must be less than the {owed} that is owed.</source>
        <translation>首筆還款必須小於欠款 {owed}。</translation>
    </message>
    <message>
        <source>Say on which day the first payment is due.</source>
        <translation>請填寫首筆還款的日期。</translation>
    </message>
    <message>
        <source>A plan may have 1 to {months} instalments ({source}).</source>
        <translation>還款計畫可分 1 至 {months} 期（{source}）。</translation>
    </message>
    <message>
        <source>There are no plan texts for {locale}. Choose another place, or add plan.yaml for it.</source>
        <translation>沒有 {locale} 的還款計畫文字。請另選地區，或為其新增 plan.yaml。</translation>
    </message>
    <message>
        <source>Nothing is owed, so there is nothing to plan.</source>
        <translation>沒有欠款，無需訂定計畫。</translation>
    </message>
    <message>
        <source>With {monthly} a month this would take more than {months} months. At least {needed} a month is needed, or a larger first payment.</source>
        <translation>每月還 {monthly} 將超過 {months} 個月。每月至少需還 {needed}，或提高首筆還款。</translation>
    </message>
    <message>
        <source>Instalments of {amount} are below the least of {least}. Choose fewer months.</source>
        <translation>每期 {amount} 低於最低額 {least}。請減少期數。</translation>
    </message>
    <message>
        <source>There are no wrap-up texts for {locale}. Choose another place, or add wrap_up.yaml for it.</source>
        <translation>沒有 {locale} 的話後紀錄文字。請另選地區，或為其新增 wrap_up.yaml。</translation>
    </message>
    <message>
        <source>{file}:{line}: {reason}. {instead}</source>
        <translation>{file} 第 {line} 行：{reason}。{instead}</translation>
    </message>
    <message>
        <source>The data folder {folder} can&apos;t be written ({why}). Give yourself write access to it, or set {variable} to another folder.</source>
        <translation>資料目錄 {folder} 無法寫入（{why}）。請為自己開通寫入權限，或把 {variable} 設為其他資料夾。</translation>
    </message>
    <message>
        <source>More than one device is named {wanted}: {known}. Choose one in the settings.</source>
        <translation>有多個裝置叫 {wanted}：{known}。請在設定中選擇一個。</translation>
    </message>
    <message>
        <source>No microphone was found. Connect the headset, check it in the system&apos;s sound settings, then try again.</source>
        <translation>沒有找到麥克風。請接好耳機麥克風，在系統聲音設定中檢查後重試。</translation>
    </message>
    <message>
        <source>Nothing can be played ({why}). Connect the headset or speakers and check the sound settings.</source>
        <translation>無法播放聲音（{why}）。請接好耳機麥克風或喇叭，並檢查聲音設定。</translation>
    </message>
    <message>
        <source>No playback device that can be heard was found. Connect the headset, check it in the system&apos;s sound settings, then try again.</source>
        <translation>沒有找到可以收聽的播放裝置。請接好耳機麥克風，在系統聲音設定中檢查後重試。</translation>
    </message>
    <message>
        <source>Playback stopped: the output device has gone ({why}). Connect it and play again.</source>
        <translation>播放已停止：輸出裝置已中斷連線（{why}）。請重新連線後再播放。</translation>
    </message>
    <message>
        <source>There is no single device named {wanted}. Known devices: {known}. Choose one in the settings.</source>
        <translation>沒有唯一名為 {wanted} 的裝置。現有裝置：{known}。請在設定中選擇。</translation>
    </message>
    <message>
        <source>The device {device} belongs to another system. Choose devices again: evenhand devices list</source>
        <translation>裝置 {device} 屬於另一個系統。請重新選擇裝置：evenhand devices list</translation>
    </message>
    <message>
        <source>The device {device} can&apos;t be listened to ({why}). Check that it is connected and that no other program holds it alone, then choose it again in the settings.</source>
        <translation>無法從裝置 {device} 收音（{why}）。請檢查是否已連線、是否被其他程式獨佔，然後在設定中重新選擇。</translation>
    </message>
    <message>
        <source>{file} can&apos;t be read further after {seconds} s ({why}); what came before is kept.</source>
        <translation>{file} 在 {seconds} 秒之後無法繼續讀取（{why}）；之前的內容已保留。</translation>
    </message>
    <message>
        <source>{file} has {channels} channels. Use a stereo file (agent left, customer right) or a mono one.</source>
        <translation>{file} 有 {channels} 個聲道。請使用立體聲檔案（左專員、右客戶）或單聲道檔案。</translation>
    </message>
    <message>
        <source>The sound file {file} is empty (0 bytes). Record or copy it again.</source>
        <translation>聲音檔案 {file} 是空的（0 位元組）。請重新錄製或複製。</translation>
    </message>
    <message>
        <source>The sound file {file} can&apos;t be opened ({why}). Check the name and your access to it.</source>
        <translation>無法開啟聲音檔案 {file}（{why}）。請檢查檔名和存取權限。</translation>
    </message>
    <message>
        <source>{file} holds no sound at all. Record or copy it again.</source>
        <translation>{file} 裡沒有聲音。請重新錄製或複製。</translation>
    </message>
    <message>
        <source>{file} is cut off: its header promises {promised} bytes of sound and {present} are there. Copy it again, or add --accept-truncated to use what is there.</source>
        <translation>{file} 不完整：檔案頭標明 {promised} 位元組，實際只有 {present} 位元組。請重新複製，或加 --accept-truncated 使用現有部分。</translation>
    </message>
    <message>
        <source>{file} is not a sound file that can be read. Use wav, flac, ogg or mp3.</source>
        <translation>{file} 不是可讀取的聲音檔案。請使用 wav、flac、ogg 或 mp3。</translation>
    </message>
    <message>
        <source>The speech model {name} is broken: {file}: {why}. Fetch it again with: evenhand models get {name}</source>
        <translation>語音模型 {name} 已損壞：{file}：{why}。請重新取得：evenhand models get {name}</translation>
    </message>
    <message>
        <source>The speech model {name} is not installed. Get it with: evenhand models get {name}</source>
        <translation>尚未安裝語音模型 {name}。取得命令：evenhand models get {name}</translation>
    </message>
    <message>
        <source>No speech model is installed. Get one with: evenhand models get small-cn-0.22</source>
        <translation>尚未安裝語音模型。取得命令：evenhand models get small-cn-0.22</translation>
    </message>
    <message>
        <source>There is no speech model named {name}. Known ones: {known}.</source>
        <translation>沒有名為 {name} 的語音模型。可用的有：{known}。</translation>
    </message>
    <message>
        <source>The speech model {name} could not be fetched. Check the network or proxy, then try again. {reasons}</source>
        <translation>無法取得語音模型 {name}。請檢查網路或代理後重試。{reasons}</translation>
    </message>
    <message>
        <source>The model folder {folder} can&apos;t be written ({why}). Give yourself write access to it, or set EVENHAND_DATA to another folder.</source>
        <translation>模型資料夾 {folder} 無法寫入（{why}）。請為自己開通寫入權限，或把 EVENHAND_DATA 設為其他資料夾。</translation>
    </message>
    <message>
        <source>This call&apos;s sound can&apos;t be read ({why}). Check the record with: evenhand verify</source>
        <translation>這通電話的錄音無法讀取（{why}）。請驗證紀錄：evenhand verify</translation>
    </message>
    <message>
        <source>This recording is not in the form that evenhand writes.</source>
        <translation>這份錄音不是 evenhand 寫入的格式。</translation>
    </message>
    <message>
        <source>Speech recognition could not start ({why}). Check the model with: evenhand models verify</source>
        <translation>語音辨識無法啟動（{why}）。請檢查模型：evenhand models verify</translation>
    </message>
    <message>
        <source>This call came from another installation; write your note where it was taken.</source>
        <translation>這通電話來自另一台電腦，請在錄音的那台電腦上寫備註。</translation>
    </message>
    <message>
        <source>Call {call} goes on, was destroyed already, or is not one of yours.</source>
        <translation>通話 {call} 還在進行、已經銷毀，或者不歸您管。</translation>
    </message>
    <message>
        <source>The proof can&apos;t be kept in {file} ({why}), so nothing was destroyed. Name a new file in a folder that exists.</source>
        <translation>銷毀證明無法保存到 {file}（{why}），所以沒有銷毀任何內容。請換一個現有資料夾裡的新檔名。</translation>
    </message>
    <message>
        <source>The content of entry {seq} was changed, so this call can&apos;t be shown. Run the check of the records, and restore a backup.</source>
        <translation>第 {seq} 條內容被改動，這通電話無法顯示。請驗證紀錄並從備份恢復。</translation>
    </message>
    <message>
        <source>Another program holds the record&apos;s database. Close it and try again.</source>
        <translation>另一個程式佔用了紀錄資料庫。請關閉後重試。</translation>
    </message>
    <message>
        <source>The disk refuses to keep the recording ({why}). Free some space or check the disk; what was kept so far is safe.</source>
        <translation>磁碟拒絕寫入錄音（{why}）。請騰出空間或檢查磁碟；已寫入的部分是安全的。</translation>
    </message>
    <message>
        <source>The disk is full: the record can&apos;t be written. Free some space now.</source>
        <translation>磁碟已滿：無法寫入紀錄。請立即騰出空間。</translation>
    </message>
    <message>
        <source>The disk refused to read or write the record ({why}). Check the disk; do not trust it until then.</source>
        <translation>磁碟拒絕讀寫紀錄（{why}）。請檢查磁碟，在此之前不要信任它。</translation>
    </message>
    <message>
        <source>The content of this call was destroyed as its retention rule says; its proof remains.</source>
        <translation>這通電話的內容已按保存期限規定銷毀；證明仍保留。</translation>
    </message>
    <message>
        <source>There is no single call {wanted} in {folder}. List the calls with: evenhand calls</source>
        <translation>{folder} 中沒有唯一對應 {wanted} 的通話。列出通話：evenhand calls</translation>
    </message>
    <message>
        <source>This call has no sound yet. Open it again when it has ended.</source>
        <translation>這通電話還沒有錄音。請在通話結束後再開啟。</translation>
    </message>
    <message>
        <source>There are no recorded calls in {folder} yet. Play the demo with: evenhand demo</source>
        <translation>{folder} 中還沒有通話紀錄。播放示範：evenhand demo</translation>
    </message>
    <message>
        <source>A checkpoint file can&apos;t be read ({why}). Give the text file that was kept elsewhere.</source>
        <translation>檢查點檔案無法讀取（{why}）。請提供另外儲存的文字檔案。</translation>
    </message>
    <message>
        <source>The sound of call {call} can&apos;t be opened ({why}). Restore it from a backup; the record itself is kept.</source>
        <translation>通話 {call} 的錄音無法開啟（{why}）。請從備份恢復；紀錄本身完好。</translation>
    </message>
    <message>
        <source>There is no call {call} here.</source>
        <translation>這裡沒有通話 {call}。</translation>
    </message>
    <message>
        <source>This installation&apos;s SQLite {version} can damage records (WAL-reset bug). Run the set-up again: it installs a version with the fix.</source>
        <translation>目前 SQLite {version} 可能損壞紀錄（WAL 重置缺陷）。請重新執行安裝，會裝上已修復的版本。</translation>
    </message>
    <message>
        <source>{path}, which describes the records, can&apos;t be read. Restore it from a backup; the records were not touched.</source>
        <translation>紀錄的說明檔案 {path} 無法讀取。請從備份恢復；紀錄沒有被動過。</translation>
    </message>
    <message>
        <source>{path} exists already; a record is never created over another one.</source>
        <translation>{path} 已存在；不會覆蓋已有紀錄。</translation>
    </message>
    <message>
        <source>Another evenhand is using the records in {folder}. End it, or do this in its window.</source>
        <translation>另一個 evenhand 正在使用 {folder} 中的紀錄。請先退出它，或在它的視窗裡操作。</translation>
    </message>
    <message>
        <source>The key file {path} is damaged, so the records can&apos;t be opened; nothing was changed. Restore it from a backup, or use the recovery key of your compliance team.</source>
        <translation>金鑰檔案 {path} 已損壞，紀錄無法開啟；沒有改動任何內容。請從備份恢復，或使用法遵團隊的恢復金鑰。</translation>
    </message>
    <message>
        <source>The key of the records on this machine is missing, so they can&apos;t be opened; nothing was changed. Restore the keyring, or use the recovery key of your compliance team.</source>
        <translation>本機紀錄的金鑰遺失，無法開啟；沒有改動任何內容。請恢復系統金鑰圈，或使用法遵團隊的恢復金鑰。</translation>
    </message>
    <message>
        <source>The records&apos; key can&apos;t be kept in {path} ({why}). Give yourself write access to the folder.</source>
        <translation>無法把紀錄金鑰儲存到 {path}（{why}）。請為自己開通該資料夾的寫入權限。</translation>
    </message>
    <message>
        <source>The system&apos;s keyring can&apos;t keep the records&apos; key ({why}). Unlock it and try again, or set a passphrase in EVENHAND_PASSPHRASE.</source>
        <translation>系統金鑰圈無法儲存紀錄金鑰（{why}）。請解鎖後重試，或在 EVENHAND_PASSPHRASE 中設定通行密語。</translation>
    </message>
    <message>
        <source>The record&apos;s database {path} is missing. Restore it from a backup.</source>
        <translation>紀錄資料庫 {path} 不存在。請從備份恢復。</translation>
    </message>
    <message>
        <source>The database driver of this installation can&apos;t encrypt. Run the set-up again.</source>
        <translation>目前的資料庫元件不支援加密。請重新執行安裝。</translation>
    </message>
    <message>
        <source>{folder} holds records whose description store.json is missing. Restore it from a backup.</source>
        <translation>{folder} 中的紀錄缺少說明檔案 store.json。請從備份恢復。</translation>
    </message>
    <message>
        <source>The records on this machine are kept under a passphrase. Set {variable} and start again.</source>
        <translation>本機紀錄受通行密語保護。請設定 {variable} 後重新啟動。</translation>
    </message>
    <message>
        <source>{path} is not encrypted, so it is not this program&apos;s record. Move it away and restore a backup.</source>
        <translation>{path} 沒有加密，不是本程式的紀錄。請移走並從備份恢復。</translation>
    </message>
    <message>
        <source>{folder} holds a {found} store, not a {wanted} one. Choose another data folder.</source>
        <translation>{folder} 中是 {found} 庫，不是 {wanted} 庫。請另選資料目錄。</translation>
    </message>
    <message>
        <source>The database refused the setting {name}; records would not be safe. Keep the data folder on a local disk.</source>
        <translation>資料庫拒絕了設定 {name}，紀錄將不安全。請把資料目錄放在本地磁碟。</translation>
    </message>
    <message>
        <source>The folder {folder} can&apos;t be locked ({why}). Keep the records on a local disk.</source>
        <translation>資料夾 {folder} 無法鎖定（{why}）。請把紀錄放在本機磁碟上。</translation>
    </message>
    <message>
        <source>The records&apos; folder {folder} can&apos;t be written ({why}). Give yourself write access to it, or set EVENHAND_DATA to another folder.</source>
        <translation>紀錄資料夾 {folder} 無法寫入（{why}）。請為自己開通寫入權限，或把 EVENHAND_DATA 設為其他資料夾。</translation>
    </message>
    <message>
        <source>The key does not open {path}. Nothing was changed. Use the right passphrase or key, or the recovery file.</source>
        <translation>金鑰無法開啟 {path}。沒有改動任何內容。請使用正確的通行密語或金鑰，或恢復檔案。</translation>
    </message>
    <message>
        <source>The passphrase is wrong. Try again; nothing was changed.</source>
        <translation>通行密語不對。請重試；沒有改動任何內容。</translation>
    </message>
    <message>
        <source>This is no age identity. It begins with AGE-SECRET-KEY-1; copy the whole line.</source>
        <translation>這不是 age 私鑰。它以 AGE-SECRET-KEY-1 開頭，請複製整行。</translation>
    </message>
    <message>
        <source>{text} is no age recipient. It begins with age1; copy the whole line.</source>
        <translation>{text} 不是 age 公鑰。它以 age1 開頭，請複製整行。</translation>
    </message>
    <message>
        <source>This machine does not have the team&apos;s key, so it can&apos;t open packages. Add it with: evenhand keys import</source>
        <translation>本機沒有團隊金鑰，無法開啟通話包。新增命令：evenhand keys import</translation>
    </message>
    <message>
        <source>This was sealed for another key, or was changed. Ask for one made for your key.</source>
        <translation>這是為另一把金鑰封裝的，或已被改動。請對方按您的金鑰重新製作。</translation>
    </message>
    <message>
        <source>{path} is no recovery file, or is damaged. Use another copy.</source>
        <translation>{path} 不是恢復檔案，或已損壞。請使用另一份。</translation>
    </message>
    <message>
        <source>The recovery file {path} can&apos;t be written ({why}). Choose another folder.</source>
        <translation>恢復檔案 {path} 無法寫入（{why}）。請另選資料夾。</translation>
    </message>
    <message>
        <source>The last change of keys is not finished. Close and open the records first.</source>
        <translation>上一次更換金鑰還沒有完成。請先關閉再重新開啟紀錄。</translation>
    </message>
    <message>
        <source>There are no retention rules for {locale}. Choose another place, or add retention.yaml for it.</source>
        <translation>沒有 {locale} 的保存期限規則。請另選地區，或為其新增 retention.yaml。</translation>
    </message>
    <message>
        <source>Say why: the reason goes into the record.</source>
        <translation>請說明理由，理由會記入紀錄。</translation>
    </message>
    <message>
        <source>{name} set this hold, so someone else must release it.</source>
        <translation>這項保全由 {name} 設定，須由他人解除。</translation>
    </message>
    <message>
        <source>There is no such hold. List those that are on.</source>
        <translation>沒有這項保全。請列出生效中的保全。</translation>
    </message>
    <message>
        <source>The key was removed but the database&apos;s log is in use, so it is not off the disk yet. It will be at the next start; close other programs that read the records.</source>
        <translation>金鑰已移除，但資料庫日誌仍被佔用，尚未從磁碟清除。下次啟動時會清除；請關閉其他讀取紀錄的程式。</translation>
    </message>
    <message>
        <source>The content of this call was destroyed already.</source>
        <translation>這通電話的內容已經銷毀。</translation>
    </message>
    <message>
        <source>This call is under a legal hold ({reason}). It stays until the hold is released.</source>
        <translation>這通電話處於法律保全中（{reason}），解除前須保留。</translation>
    </message>
    <message>
        <source>This call goes on or was not closed yet. End it first.</source>
        <translation>這通電話仍在進行或尚未歸檔。請先結束。</translation>
    </message>
    <message>
        <source>This call must be kept until {date} ({rules}).</source>
        <translation>這通電話須保存到 {date}（{rules}）。</translation>
    </message>
    <message>
        <source>This call must be kept: {rules} counts from something that has not happened yet.</source>
        <translation>這通電話須保存：{rules} 的起算事件尚未發生。</translation>
    </message>
    <message>
        <source>This call is here already; nothing was changed.</source>
        <translation>這通電話已在這裡；沒有改動任何內容。</translation>
    </message>
    <message>
        <source>No team key is set, so nobody could open the package. Set it with: evenhand keys team RECIPIENT</source>
        <translation>沒有設定團隊金鑰，沒有人打得開這個包。設定命令：evenhand keys team RECIPIENT</translation>
    </message>
    <message>
        <source>This call goes on. End it first.</source>
        <translation>這通電話仍在進行。請先結束。</translation>
    </message>
    <message>
        <source>This package was not imported: {why}. Ask the sender to make it anew; nothing was changed here.</source>
        <translation>通話包未匯入：{why}。請對方重新製作；這裡沒有改動任何內容。</translation>
    </message>
    <message>
        <source>This package comes from an installation that is not trusted here: {origin}, key {fingerprint}. Compare the key with its user by telephone, then trust it.</source>
        <translation>通話包來自未受信任的安裝：{origin}，金鑰 {fingerprint}。請與對方電話核對金鑰後再信任。</translation>
    </message>
    <message>
        <source>{location} can&apos;t be used ({why}). Check the path and that the share is connected.</source>
        <translation>無法使用 {location}（{why}）。請檢查路徑以及共用資料夾是否已連線。</translation>
    </message>
    <message>
        <source>{name} is there already. Choose another name.</source>
        <translation>{name} 已存在。請換一個名字。</translation>
    </message>
    <message>
        <source>Add a lead or a compliance person first; {name} can follow.</source>
        <translation>請先新增組長或法遵人員，再新增 {name}。</translation>
    </message>
    <message>
        <source>{name} is the last who can manage people. Add another one first.</source>
        <translation>{name} 是最後一位能管理人員的人。請先再新增一位。</translation>
    </message>
    <message>
        <source>This needs two people who sign in. Add a lead and a compliance person first: evenhand people add</source>
        <translation>這需要兩位登入人員。請先新增組長和法遵人員：evenhand people add</translation>
    </message>
    <message>
        <source>Give a name.</source>
        <translation>請填寫姓名。</translation>
    </message>
    <message>
        <source>{name} is no reviewer here. List people: evenhand people</source>
        <translation>{name} 不是這裡的品管人員。列出人員：evenhand people</translation>
    </message>
    <message>
        <source>The role {role} may not do this ({right}). Ask your team&apos;s lead or compliance.</source>
        <translation>角色 {role} 無權這樣做（{right}）。請聯絡組長或法遵人員。</translation>
    </message>
    <message>
        <source>The role {role} may not change a {subject}.</source>
        <translation>角色 {role} 無權更改 {subject}。</translation>
    </message>
    <message>
        <source>This call is not one of yours, {name}. Ask your team&apos;s lead to assign it to you.</source>
        <translation>{name}，這不是您的通話。請組長分配給您。</translation>
    </message>
    <message>
        <source>Without signing in the records stay closed. Open them again to sign in.</source>
        <translation>未登入，紀錄不會開啟。要登入，請重新開啟紀錄。</translation>
    </message>
    <message>
        <source>A password has at least {count} characters and is not the name. A sentence is good.</source>
        <translation>密碼至少 {count} 個字元，且不能是姓名。用一句話就很好。</translation>
    </message>
    <message>
        <source>{name} has not signed in here. Sign in first.</source>
        <translation>{name} 尚未登入。請先登入。</translation>
    </message>
    <message>
        <source>There is no {name} here. List them: evenhand people</source>
        <translation>這裡沒有 {name}。列出人員：evenhand people</translation>
    </message>
    <message>
        <source>Too many wrong passwords. Try again in {seconds} s.</source>
        <translation>密碼錯誤次數過多。請 {seconds} 秒後再試。</translation>
    </message>
    <message>
        <source>Name or password is wrong. Try again.</source>
        <translation>姓名或密碼不對。請重試。</translation>
    </message>
    <message>
        <source>This was decided already. Ask anew if it is still wanted.</source>
        <translation>這項申請已有決定。如仍需要，請重新申請。</translation>
    </message>
    <message>
        <source>This needs the agreement of two different people, which is not there or has lapsed. Ask for it.</source>
        <translation>這需要兩位不同人員的同意，目前沒有或已過期。請申請。</translation>
    </message>
    <message>
        <source>{name} asked for this, so someone else must decide. That is the point of two people.</source>
        <translation>這是 {name} 申請的，須由另一人決定，這正是雙人複核的意義。</translation>
    </message>
    <message>
        <source>There is no such request. List those that wait.</source>
        <translation>沒有這項申請。請列出待處理的申請。</translation>
    </message>
    <message>
        <source>Write something first.</source>
        <translation>請先寫點內容。</translation>
    </message>
    <message>
        <source>{url} is no address of a time-stamping service. Give one with https://</source>
        <translation>{url} 不是時間戳服務的網址，請填寫以 https:// 開頭的網址。</translation>
    </message>
    <message>
        <source>The kept checkpoint {name} in {place} is not this device&apos;s ({why}). Keep it and tell compliance.</source>
        <translation>{place} 裡留存的檢查點 {name} 不是本機的（{why}）。請原樣保留並告知法遵人員。</translation>
    </message>
    <message>
        <source>The time-stamping service&apos;s root certificate {file} can&apos;t be read ({why}). Choose the PEM file that the service publishes.</source>
        <translation>時間戳服務的根憑證 {file} 無法讀取（{why}）。請選擇服務方公布的 PEM 檔。</translation>
    </message>
    <message>
        <source>The time-stamping service gave no good answer ({why}). Checkpoints wait here and are sent again; check its address and its root certificate.</source>
        <translation>時間戳服務沒有給出有效的回覆（{why}）。檢查點先留在本機，稍後再送；請檢查服務網址和根憑證。</translation>
    </message>
    <message>
        <source>The ledger {origin} does not extend what was cosigned before ({before} entries; now {now}). It may have been rolled back or rewritten: keep both checkpoints and tell compliance.</source>
        <translation>帳本 {origin} 不是在上次會簽的基礎上往後寫的（當時 {before} 筆，現在 {now} 筆），可能被回退或改寫。請保留兩份檢查點並告知法遵人員。</translation>
    </message>
    <message>
        <source>This checkpoint is not the device&apos;s ({why}), so it is not cosigned. Ask for the file again.</source>
        <translation>這份檢查點不是該裝置的（{why}），所以沒有會簽。請對方重新傳一次檔案。</translation>
    </message>
    <message>
        <source>The records went backwards or were rewritten: {signed} entries were signed and kept in {place}, and the {now} here do not contain them. Stop, keep this machine as it is, and tell compliance.</source>
        <translation>紀錄被回退或改寫：{place} 裡留存的是簽過名的 {signed} 筆，而本機現有的 {now} 筆裡沒有它們。請停止使用，保持這台電腦原樣，並告知法遵人員。</translation>
    </message>
    <message>
        <source>{place} can&apos;t be used for keeping checkpoints ({why}). Check the path and that the share is connected; recording goes on.</source>
        <translation>{place} 不能用來留存檢查點（{why}）。請檢查路徑，確認共用資料夾已連線；錄音照常進行。</translation>
    </message>
    <message>
        <source>{folder} is no evidence bundle. Give the folder that holds bagit.txt.</source>
        <translation>{folder} 不是證據包。請指定裡面有 bagit.txt 的那個資料夾。</translation>
    </message>
    <message>
        <source>{folder} is there already. Choose another folder, or move the old bundle away.</source>
        <translation>{folder} 已經存在。請換一個資料夾，或先把舊的證據包移走。</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>RecordMenu</name>
    <message>
        <source>&amp;Record…</source>
        <translation>記錄(&amp;R)…</translation>
    </message>
    <message>
        <source>Note at this place…</source>
        <translation>在這裡加備註…</translation>
    </message>
    <message>
        <source>Note on the call…</source>
        <translation>為整通電話加備註…</translation>
    </message>
    <message>
        <source>Give to a reviewer…</source>
        <translation>交給質檢人員…</translation>
    </message>
    <message>
        <source>Legal hold…</source>
        <translation>法律保全…</translation>
    </message>
    <message>
        <source>Release the hold…</source>
        <translation>解除保全…</translation>
    </message>
    <message>
        <source>Ask for a full export…</source>
        <translation>申請完整匯出…</translation>
    </message>
    <message>
        <source>Ask for deletion…</source>
        <translation>申請刪除…</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>加備註</translation>
    </message>
    <message>
        <source>What you noticed at this place. Notes are kept with the call and never changed.</source>
        <translation>這裡有什麼問題？備註隨通話保存，之後不能改。</translation>
    </message>
    <message>
        <source>What you noticed in this call. Notes are kept with the call and never changed.</source>
        <translation>這通電話有什麼問題？備註隨通話保存，之後不能改。</translation>
    </message>
    <message>
        <source>Give to reviewer</source>
        <translation>交給質檢人員</translation>
    </message>
    <message>
        <source>Who shall review this call? From then on they see it in their list.</source>
        <translation>由誰來質檢？交出後，對方的清單裡就看得到這通電話。</translation>
    </message>
    <message>
        <source>Set hold</source>
        <translation>設保全</translation>
    </message>
    <message>
        <source>Why must this call be kept? Nothing destroys it until someone else releases the hold.</source>
        <translation>為什麼要保全？在另一個人解除之前，誰也不能銷毀這通電話。</translation>
    </message>
    <message>
        <source>Release hold</source>
        <translation>解除保全</translation>
    </message>
    <message>
        <source>Why is the hold not needed any more?</source>
        <translation>為什麼不再需要保全？</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>送出申請</translation>
    </message>
    <message>
        <source>Why is an export with all numbers readable needed? Someone else must approve it.</source>
        <translation>為什麼要匯出不遮號碼的完整證據？需要另一個人核准。</translation>
    </message>
    <message>
        <source>Why shall the content of this call be destroyed? It takes someone else&apos;s approval, the end of its retention, and no hold.</source>
        <translation>為什麼要銷毀這通電話的內容？需要另一個人核准，保存期已滿，而且沒有保全。</translation>
    </message>
</context>
<context>
    <name>RecordTexts</name>
    <message>
        <source>■ Stop</source>
        <translation>■ 停</translation>
    </message>
    <message>
        <source>▲ Caution</source>
        <translation>▲ 注意</translation>
    </message>
    <message>
        <source>● Coach</source>
        <translation>● 提醒</translation>
    </message>
    <message>
        <source>Plan agreed</source>
        <translation>已商定還款計畫</translation>
    </message>
    <message>
        <source>Promise to pay</source>
        <translation>承諾還款</translation>
    </message>
    <message>
        <source>Hardship</source>
        <translation>經濟困難</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>未聯絡上</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒絕還款</translation>
    </message>
    <message>
        <source>No agreement</source>
        <translation>未達成一致</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>有異議</translation>
    </message>
    <message>
        <source>Asked to stop</source>
        <translation>要求停止來電</translation>
    </message>
    <message>
        <source>Third party answered</source>
        <translation>第三人接聽</translation>
    </message>
    <message>
        <source>Represented</source>
        <translation>有代理人</translation>
    </message>
    <message>
        <source>Debtor has died</source>
        <translation>債務人已去世</translation>
    </message>
    <message>
        <source>At risk – handed over</source>
        <translation>有自傷風險，已轉交專人</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>中斷</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已歸檔</translation>
    </message>
    <message>
        <source>Interrupted, recovered</source>
        <translation>曾中斷，已恢復</translation>
    </message>
    <message>
        <source>Deleted, proof kept</source>
        <translation>已刪除，保留證明</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>待確認</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已確認</translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation>已忽略</translation>
    </message>
    <message>
        <source>Violation</source>
        <translation>違規</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>未說</translation>
    </message>
    <message>
        <source>Customer said</source>
        <translation>客戶所說</translation>
    </message>
    <message>
        <source>Possible</source>
        <translation>疑似</translation>
    </message>
    <message>
        <source>Mention only</source>
        <translation>僅提及</translation>
    </message>
    <message>
        <source>Call data</source>
        <translation>通話資料</translation>
    </message>
    <message>
        <source>Full export</source>
        <translation>完整匯出</translation>
    </message>
    <message>
        <source>Deletion</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>待核准</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>已核准</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>已拒絕</translation>
    </message>
    <message>
        <source>used</source>
        <translation>已使用</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>階段</translation>
    </message>
    <message>
        <source>Card used</source>
        <translation>已用話術</translation>
    </message>
    <message>
        <source>Sound missing</source>
        <translation>錄音缺失</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>已恢復</translation>
    </message>
    <message>
        <source>Marked by the agent</source>
        <translation>專員標記</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>承諾還款</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Recogniser restarted</source>
        <translation>辨識已重啟</translation>
    </message>
    <message>
        <source>Contact rule overridden</source>
        <translation>越過聯絡規則</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Keys that work while another program is in front</source>
        <translation>啟用全域快速鍵（在其他程式裡也能用）</translation>
    </message>
    <message>
        <source>Offer to start when both sides begin to speak</source>
        <translation>雙方開始說話時提醒開始收聽</translation>
    </message>
    <message>
        <source>Let the CRM open calls</source>
        <translation>允許 CRM 開啟通話</translation>
    </message>
    <message>
        <source>General</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>聲音</translation>
    </message>
    <message>
        <source>Hotkeys</source>
        <translation>快速鍵</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>通話</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>證據</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Goes into the record of the call</source>
        <translation>會寫入通話紀錄</translation>
    </message>
    <message>
        <source>As you name it on the phone; cards are filled with it</source>
        <translation>通話中自報的公司名稱，會填入話術</translation>
    </message>
    <message>
        <source>A share that agents can add to and not change; empty for none</source>
        <translation>催收人員只能新增、不能更改的共用資料夾；不需要可留空</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>語言(&amp;L)</translation>
    </message>
    <message>
        <source>L&amp;ook</source>
        <translation>外觀(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Your name</source>
        <translation>您的姓名(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Company</source>
        <translation>公司名稱(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Rules of</source>
        <translation>適用規則(&amp;R)</translation>
    </message>
    <message>
        <source>https://… (RFC 3161); empty for none</source>
        <translation>https://…（RFC 3161），不需要可留空</translation>
    </message>
    <message>
        <source>The PEM file that the service publishes</source>
        <translation>服務方公布的 PEM 檔</translation>
    </message>
    <message>
        <source>After each call the record&apos;s signed checkpoint goes there, and at start the records are compared with it. Only hashes leave this machine, never words or sound.</source>
        <translation>每通電話結束後，已簽名的檢查點會送到那裡；每次啟動時，本機紀錄會與它比對。離開本機的只有雜湊值，不含任何文字和聲音。</translation>
    </message>
    <message>
        <source>&amp;Keep checkpoints in</source>
        <translation>檢查點留存到(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Time-stamping service</source>
        <translation>時間戳服務(&amp;T)</translation>
    </message>
    <message>
        <source>Its &amp;root certificate</source>
        <translation>服務的根憑證(&amp;R)</translation>
    </message>
    <message>
        <source>The system&apos;s microphone</source>
        <translation>系統預設麥克風</translation>
    </message>
    <message>
        <source>What the system&apos;s output plays</source>
        <translation>系統預設輸出的聲音</translation>
    </message>
    <message>
        <source>Your &amp;microphone</source>
        <translation>您的麥克風(&amp;M)</translation>
    </message>
    <message>
        <source>The &amp;customer&apos;s voice</source>
        <translation>客戶的聲音(&amp;C)</translation>
    </message>
    <message>
        <source>Looking for devices …</source>
        <translation>正在尋找裝置…</translation>
    </message>
    <message>
        <source>Sound check (two minutes)</source>
        <translation>聲音檢查（兩分鐘）</translation>
    </message>
    <message>
        <source>{action} (taken by another program)</source>
        <translation>{action}（已被其他程式佔用）</translation>
    </message>
    <message>
        <source>While no call runs, only loudness is looked at; no sound is kept.</source>
        <translation>沒有通話時只看音量大小，不儲存聲音。</translation>
    </message>
    <message>
        <source>Addresses like evenhand://call?case=ID then start the call of a case that is known here.</source>
        <translation>之後，形如 evenhand://call?case=編號 的連結會開始本機已有案件的通話。</translation>
    </message>
    <message>
        <source>The customer&apos;s voice is heard from what your headset plays: choose the output that you hear.</source>
        <translation>客戶的聲音取自耳機播放的內容：請選擇您正在收聽的輸出裝置。</translation>
    </message>
    <message>
        <source>Nothing can be heard. Connect the headset and check the system&apos;s sound settings.</source>
        <translation>沒有可用的聲音裝置。請接好耳機麥克風，並檢查系統聲音設定。</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation>登入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密碼</translation>
    </message>
</context>
<context>
    <name>SoundCheck</name>
    <message>
        <source>Nobody speaks now.</source>
        <translation>現在請都不要說話。</translation>
    </message>
    <message>
        <source>Now you speak, as in a call. Read something aloud.</source>
        <translation>現在請您像打電話一樣說話，可以念一段文字。</translation>
    </message>
    <message>
        <source>Now only the other side speaks: a colleague on the line, or a voice played into the headset.</source>
        <translation>現在只讓對方說話：請同事線上上說，或在耳機裡播放一段人聲。</translation>
    </message>
    <message>
        <source>Both sides are heard apart. Calls can be held like this.</source>
        <translation>雙方聲音分得開，可以這樣通話。</translation>
    </message>
    <message>
        <source>The customer leaks faintly into your microphone and is told from you. Calls can be held like this.</source>
        <translation>客戶的聲音會輕微漏進您的麥克風，但能分辨。可以這樣通話。</translation>
    </message>
    <message>
        <source>The customer is about as loud in your microphone as you are. Use a headset.</source>
        <translation>客戶的聲音在您的麥克風裡幾乎和您一樣響。請使用耳機麥克風。</translation>
    </message>
    <message>
        <source>The two devices are the wrong way round. Swap them in the settings.</source>
        <translation>兩個裝置選反了。請在設定中對調。</translation>
    </message>
    <message>
        <source>Both voices are on both channels. Choose another device for one side in the settings.</source>
        <translation>兩個聲道里都有雙方的聲音。請在設定中為其中一方另選裝置。</translation>
    </message>
    <message>
        <source>One side was not heard, so nothing can be said. Check the devices.</source>
        <translation>有一方沒有聲音，無法判斷。請檢查裝置。</translation>
    </message>
    <message>
        <source>not heard</source>
        <translation>沒有聲音</translation>
    </message>
    <message>
        <source>too quiet: turn it up</source>
        <translation>太輕：請調高音量</translation>
    </message>
    <message>
        <source>too loud: turn it down</source>
        <translation>太響：請調低音量</translation>
    </message>
    <message>
        <source>distorts: turn it down</source>
        <translation>失真：請調低音量</translation>
    </message>
    <message>
        <source>noisy surroundings</source>
        <translation>環境嘈雜</translation>
    </message>
    <message>
        <source>the device went away</source>
        <translation>裝置中斷連線了</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客戶</translation>
    </message>
    <message>
        <source>good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>{side} ({device}): voice {speech} dB, noise {noise} dB – {found}</source>
        <translation>{side}（{device}）：人聲 {speech} dB，噪聲 {noise} dB，{found}</translation>
    </message>
</context>
<context>
    <name>SoundCheckDialog</name>
    <message>
        <source>Sound check</source>
        <translation>聲音檢查</translation>
    </message>
    <message>
        <source>Two minutes that show whether both sides are heard apart.</source>
        <translation>用兩分鐘檢查雙方的聲音能否分開聽到。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客戶</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>透過</translation>
    </message>
    <message>
        <source>Not good enough yet</source>
        <translation>還不合格</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>重新檢查</translation>
    </message>
</context>
<context>
    <name>StageStrip</name>
    <message>
        <source>Where the call stands. Click, or press G, to move it by hand.</source>
        <translation>通話所處階段。點選或按 G 可手動切換。</translation>
    </message>
</context>
<context>
    <name>StartPanel</name>
    <message>
        <source>Ready for the next call</source>
        <translation>準備好接下一通電話</translation>
    </message>
    <message>
        <source>evenhand listens to your microphone and to what your headset plays. Nothing leaves this machine.</source>
        <translation>evenhand 只聽您的麥克風和耳機裡播放的聲音。所有資料都留在本機。</translation>
    </message>
    <message>
        <source>&amp;Case</source>
        <translation>案件(&amp;C)</translation>
    </message>
    <message>
        <source>Case number; may stay empty</source>
        <translation>案件編號，可以不填</translation>
    </message>
    <message>
        <source>&amp;Your name</source>
        <translation>您的姓名(&amp;Y)</translation>
    </message>
    <message>
        <source>Goes into the record of the call</source>
        <translation>會寫入通話紀錄</translation>
    </message>
    <message>
        <source>&amp;Rules of</source>
        <translation>適用規則(&amp;R)</translation>
    </message>
    <message>
        <source>Start listening</source>
        <translation>開始收聽</translation>
    </message>
    <message>
        <source>Demo call:</source>
        <translation>示範通話：</translation>
    </message>
    <message>
        <source>Mandarin</source>
        <translation>國語</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英語</translation>
    </message>
    <message>
        <source>Cases and calls</source>
        <translation>案件與通話</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Give your name first: it goes into the record of the call.</source>
        <translation>請先填寫您的姓名：它會寫入通話紀錄。</translation>
    </message>
    <message>
        <source>Preparing the call …</source>
        <translation>正在準備通話…</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>Build trust</source>
        <translation>建立信任</translation>
    </message>
    <message>
        <source>Empathy</source>
        <translation>同理心</translation>
    </message>
    <message>
        <source>Clear purpose</source>
        <translation>說明來意</translation>
    </message>
    <message>
        <source>Match their words</source>
        <translation>貼近客戶用語</translation>
    </message>
    <message>
        <source>Commitment</source>
        <translation>承諾一致</translation>
    </message>
    <message>
        <source>Own words, own deeds</source>
        <translation>言行一致</translation>
    </message>
    <message>
        <source>What others do</source>
        <translation>多數人的做法</translation>
    </message>
    <message>
        <source>Solution first</source>
        <translation>先談方案</translation>
    </message>
    <message>
        <source>Inform</source>
        <translation>告知</translation>
    </message>
    <message>
        <source>avoiding</source>
        <translation>迴避</translation>
    </message>
    <message>
        <source>resisting</source>
        <translation>抗拒</translation>
    </message>
    <message>
        <source>anxious</source>
        <translation>焦慮</translation>
    </message>
    <message>
        <source>willing</source>
        <translation>願意配合</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>承諾還款</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>接聽人</translation>
    </message>
</context>
<context>
    <name>SupervisionPage</name>
    <message>
        <source>What</source>
        <translation>事項</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>通話</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>申請時間</translation>
    </message>
    <message>
        <source>By</source>
        <translation>申請人</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>申請</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Keep until</source>
        <translation>保存至</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>依據</translation>
    </message>
    <message>
        <source>Held for</source>
        <translation>保全原因</translation>
    </message>
    <message>
        <source>Keeping</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>&amp;Approve</source>
        <translation>核准(&amp;A)</translation>
    </message>
    <message>
        <source>Re&amp;fuse</source>
        <translation>拒絕(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Full export…</source>
        <translation>完整匯出(&amp;X)…</translation>
    </message>
    <message>
        <source>&amp;Destroy…</source>
        <translation>銷毀(&amp;D)…</translation>
    </message>
    <message>
        <source>Requests that take two people</source>
        <translation>需要兩個人同意的申請</translation>
    </message>
    <message>
        <source>Keeping: over, or under a legal hold</source>
        <translation>保存期已滿，或在法律保全中</translation>
    </message>
    <message>
        <source>Signed in as {name}. Who asked for something can&apos;t approve it.</source>
        <translation>目前登入：{name}。申請人不能自己核准。</translation>
    </message>
    <message>
        <source>Requests and retention are for your team&apos;s lead and compliance.</source>
        <translation>申請和保存期由組長和合規人員處理。</translation>
    </message>
    <message>
        <source>no end yet</source>
        <translation>還沒有期限</translation>
    </message>
    <message>
        <source>Destroy the call&apos;s content and keep the proof</source>
        <translation>銷毀通話內容，保存銷毀證明</translation>
    </message>
</context>
<context>
    <name>TimelineBar</name>
    <message>
        <source>Timeline of the call</source>
        <translation>通話時間軸</translation>
    </message>
    <message>
        <source>Agent above, customer below. Click to go there; ← and → move by 5 s.</source>
        <translation>上為專員，下為客戶。點選跳轉；← → 每次移動 5 秒。</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Transcript</source>
        <translation>通話文字</translation>
    </message>
    <message>
        <source>To the newest</source>
        <translation>回到最新</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>專員</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客戶</translation>
    </message>
    <message>
        <source>{who} · heard through the headset, counts as the customer</source>
        <translation>{who} · 耳機漏音，算客戶所說</translation>
    </message>
</context>
<context>
    <name>Warnings</name>
    <message>
        <source>Agent</source>
        <translation>專員</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客戶</translation>
    </message>
    <message>
        <source>Something in evenhand failed ({what}); the call goes on. See the crash reports.</source>
        <translation>evenhand 有個元件出錯（{what}），通話照常繼續。詳見錯誤報告。</translation>
    </message>
    <message>
        <source>The last words took too long to recognise; the recording is whole.</source>
        <translation>最後幾句辨識超時；錄音完整。</translation>
    </message>
    <message>
        <source>The disk is slow: the recording is still being written.</source>
        <translation>磁碟較慢：錄音仍在寫入。</translation>
    </message>
    <message>
        <source>Something needs attention ({code}). The call goes on.</source>
        <translation>有情況需要留意（{code}）。通話照常繼續。</translation>
    </message>
    <message>
        <source>{side}: {device} is gone. The other side goes on; connect it again and it is heard again.</source>
        <translation>{side}：{device} 已中斷連線。另一方照常收音；重新接好即可恢復。</translation>
    </message>
    <message>
        <source>{side}: nothing is heard from {device}. Is it muted?</source>
        <translation>{side}：{device} 沒有聲音。是不是靜音了？</translation>
    </message>
    <message>
        <source>{side}: {device} is too loud and distorts. Turn it down.</source>
        <translation>{side}：{device} 聲音過大、已失真。請調低音量。</translation>
    </message>
    <message>
        <source>{side}: {device} is back.</source>
        <translation>{side}：{device} 已恢復。</translation>
    </message>
    <message>
        <source>the device</source>
        <translation>裝置</translation>
    </message>
    <message>
        <source>Recognition is {seconds} s behind: the customer&apos;s side hears key phrases only. Recording is whole.</source>
        <translation>辨識落後 {seconds} 秒：客戶一側只聽關鍵字。錄音完整。</translation>
    </message>
    <message>
        <source>Recognition is {seconds} s behind and works with less care. Recording is whole.</source>
        <translation>辨識落後 {seconds} 秒，已降低精度。錄音完整。</translation>
    </message>
    <message>
        <source>Recognition is {seconds} s behind. Recording is whole.</source>
        <translation>辨識落後 {seconds} 秒。錄音完整。</translation>
    </message>
    <message>
        <source>{side}: sound is missing here (device gone)</source>
        <translation>{side}：此處錄音缺失（裝置中斷連線）</translation>
    </message>
    <message>
        <source>{side}: sound is missing here (the machine was too busy)</source>
        <translation>{side}：此處錄音缺失（電腦太忙）</translation>
    </message>
    <message>
        <source>{side}: not recognised here; the recording has it</source>
        <translation>{side}：此處未辨識；錄音中有</translation>
    </message>
    <message>
        <source>{side}: recognition was restarted here</source>
        <translation>{side}：辨識在此處重啟</translation>
    </message>
    <message>
        <source>Recording stops here: the disk refused it</source>
        <translation>錄音到此為止：磁碟拒絕寫入</translation>
    </message>
</context>
<context>
    <name>WrapUpPanel</name>
    <message>
        <source>Wrap-up</source>
        <translation>話後紀錄</translation>
    </message>
    <message>
        <source>Drafted from what was said. Change what is not right, then save.</source>
        <translation>根據通話內容草擬。請改正不對的地方，然後儲存。</translation>
    </message>
    <message>
        <source>The last words are being recognised …</source>
        <translation>正在辨識最後幾句…</translation>
    </message>
    <message>
        <source>&amp;Outcome</source>
        <translation>通話結果(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Promise</source>
        <translation>承諾還款(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next contact</source>
        <translation>下次聯絡(&amp;N)</translation>
    </message>
    <message>
        <source>Pa&amp;yments</source>
        <translation>還款安排(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Summary</source>
        <translation>摘要(&amp;S)</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Date (2026-12-05)</source>
        <translation>日期（2026-12-05）</translation>
    </message>
    <message>
        <source>Date and time (2026-12-05 10:00)</source>
        <translation>日期和時間（2026-12-05 10:00）</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>還款安排</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Save  Ctrl+Enter</source>
        <translation>儲存  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Next call</source>
        <translation>下一通</translation>
    </message>
    <message>
        <source>Check what is marked: amounts are numbers, dates are written 2026-12-05.</source>
        <translation>請檢查標出的內容：金額填數字，日期寫成 2026-12-05。</translation>
    </message>
    <message>
        <source>The record is being closed …</source>
        <translation>正在歸檔紀錄…</translation>
    </message>
    <message>
        <source>Record closed and verified: {entries} entries, nothing was changed.</source>
        <translation>紀錄已歸檔並通過驗證：共 {entries} 筆，沒有任何變動。</translation>
    </message>
    <message>
        <source>The record of {entries} entries does NOT verify. Tell your compliance team.</source>
        <translation>紀錄（{entries} 筆）未通過驗證！請通知法遵團隊。</translation>
    </message>
</context>
<context>
    <name>_WindowTexts</name>
    <message>
        <source>evenhand</source>
        <translation>evenhand</translation>
    </message>
    <message>
        <source>A call is running</source>
        <translation>通話進行中</translation>
    </message>
    <message>
        <source>A call is being recorded. Close evenhand all the same?</source>
        <translation>正在錄製通話。仍要關閉 evenhand 嗎？</translation>
    </message>
    <message>
        <source>What was heard so far is kept. The wrap-up would be missing.</source>
        <translation>已錄內容會保留，但會缺少話後紀錄。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Go on with the call</source>
        <translation>繼續通話</translation>
    </message>
</context>
</TS>
