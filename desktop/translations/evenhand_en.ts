<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CallListModel</name>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received from {origin}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>legal hold</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CallListView</name>
    <message>
        <source>Find by case, agent, date or outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only calls with flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No calls are recorded yet. Play the demo call, or start a call.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CallTranscript</name>
    <message>
        <source>Transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CallView</name>
    <message>
        <source>← Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as evidence…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the call…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call {number} · case {case} · {agent} · {length} · {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received from {origin}; unchanged since it was sealed there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal hold by {who}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} asked for by {who}: {state} ({why})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This call has no wrap-up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome: {outcome}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised: {amount} by {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next contact: {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions shown: {shown}, used: {used}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseEditor</name>
    <message>
        <source>New case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>several separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overdue since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only the creditor&apos;s official ones, separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Principal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Debtor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creditor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of debt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guarantor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guarantor&apos;s phones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal procedure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hardship</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the case number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the debtor&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the creditor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please fill in {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please fill in what is owed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseHistory</name>
    <message>
        <source>Promised {amount} by {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan of {count} payments agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disputed: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked not to be called: {words}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseListModel</name>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands against a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no calls wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plan agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>represented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hardship</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deceased</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseListView</name>
    <message>
        <source>Find by case number or product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New case…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cases yet. Import a table (XLSX or CSV) or type in a case.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseTexts</name>
    <message>
        <source>debtor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guarantor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>representative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contact person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>third party</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number not in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>voicemail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>someone answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>talked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No suit: don&apos;t speak of one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A suit is considered, none is filed: say no more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A suit is filed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a judgment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The court is enforcing its judgment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>considered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judgment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enforcement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>credit card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>consumer loan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>car loan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mortgage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>purchased debt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trade debt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>private debt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not an amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a known kind of debt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a known legal status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is there twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>says that nothing is owed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseView</name>
    <message>
        <source>Whom to call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About which debt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{case} · {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>← Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work out a plan…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This case has no phone number. Edit the case to add one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creditor: {creditor}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Principal {principal}, interest {interest}, fees {fees}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} days overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay through: {channels}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No official payment channel is on file: don&apos;t name any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hardship: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes: {notes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>Required statements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overdue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompactWindow</name>
    <message>
        <source>evenhand – small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the large window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} flags so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No suggestion right now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Both sides are speaking. Start listening?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of evenhand failed. A running call goes on and stays recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A report without personal data was written to {path}. Send it to your support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: evenhand:// addresses now open here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this system it takes an application bundle, which evenhand does not have yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DismissReasons</name>
    <message>
        <source>Misheard: I did not say that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harmless in this context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer said it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have put it right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventDisplay</name>
    <message>
        <source>Both sides have been silent for a while. Is the call over?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: nothing is recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked for review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognition failed and was restarted after {seconds} s; nothing of the sound is lost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle holds the sound, the transcript and every entry of this call, signed, with a guide for checking it without evenhand. ID, card and telephone numbers are masked in the text and silenced in the sound. The export is noted in the record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle holds the sound, the transcript and every entry of this call, signed, with ALL numbers readable, as two people agreed. The agreement serves once. Give the bundle only to whom it was agreed for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported to {folder}. Numbers masked in {entries} entries and silenced in {places} places. Tell the receiver this fingerprint by another way than the bundle, such as by telephone:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FactsStrip</name>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year-month-day, such as 2026-12-05</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amounts and dates that are promised appear here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: “{heard}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: “{heard}” (+{more})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} confirmed: {amount} {date}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FlagLane</name>
    <message>
        <source>No flags. What breaks a rule is told here, with what to say instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say instead: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} flags so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss (D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This flag is wrong. It stays in the record, with your name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss with a reason (Shift+D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss with a reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FlagList</name>
    <message>
        <source>Also possible ones and mere mentions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flags of the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No flags in this call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say instead: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basis: {basis}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismissed by {who}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Flags</name>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Careful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not said yet: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer: “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>House rule: {rule}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say instead: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basis: {basis}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Mark moment  M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark this moment for review (M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on  P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause  P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record and recognise again (P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is recorded while paused, for card numbers and the like (P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End call  Ctrl+E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small  C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small window that stays on top and never takes the focus (C)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GatePanel</name>
    <message>
        <source>What the contact rules say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this call may be made all the same (goes into the record)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call and listen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Override and call</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GateTexts</name>
    <message>
        <source>✓ You may call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ Call with care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>■ Do not call now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule of your own house. {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls placed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unanswered calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connected calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the person is isn&apos;t known; the hours of {zone} were taken. Ask before you go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is {local} there; calls are allowed from {from} to {until}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is {local} there, outside {from}–{until}, but the person agreed: “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is {local} there ({zone}); calls are allowed from {from} to {until} only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In one place where the person may be it is {local} ({zone}); allowed is {from} to {until}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today is a public holiday there: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today is no working day there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of at most {limit} {counted} {span}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of at most {limit} {counted} {span}: close to the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} {counted} {span}; the limit of {limit} is reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You talked on {talked}; no call for {days} days from then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since {since} the person wants no contact at all: “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since {since} the person wants no calls: “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since {since} the person wants no calls on this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since {since} the person wants no calls at work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since {since} the person wants no calls at this hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The debt has been disputed since {since} ({reason}); it is to be verified first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plan was agreed on {since} and is kept; collection rests. Next payment: {next_due}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lawyer or adviser speaks for the person; talk to them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The person has not been told yet that you were asked to collect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The person has been bankrupt since {since}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A breathing space runs until {until}: no contact about the debt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held until {until} while the person takes debt advice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The debt may be time-barred: no word of a suit, and no pressure to acknowledge it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The person has died.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The person can&apos;t deal with this on their own; collection rests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care is due: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This number is not one of the person&apos;s known numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This number is known to be wrong or out of service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The debtor can still be reached: others may be asked only after {dials} failed calls or {days} days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The debtor has died, so this person may be asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The debtor can&apos;t deal with it, so this person may be asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The debtor&apos;s numbers are invalid, so this person may be asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The debtor did not answer often enough to ask this person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The debtor did not answer for days, so this person may be asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person owes nothing and may not be called about the debt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of at most {limit} calls to this person. No word of the debt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person was reached {count} times; more than {limit} are not allowed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>{days} days overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call {number} today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} ✓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} – outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delay {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours not limited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level: {side}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the call</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Hotkeys</name>
    <message>
        <source>Use the line to say now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use card 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use card 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use card 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss the flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark this moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause, and go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm the amount or date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small window, and back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under Wayland no program may listen to keys while another one is in front. Log in to an X11 session, or bind the command “evenhand live” to a key in the desktop&apos;s own settings. The keys of the window itself work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no display here whose keys could be listened to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>macOS asks before a program may watch keys: allow evenhand under Privacy &amp; Security, Input Monitoring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hotkey library is missing. Run the set-up again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XLSX or CSV with headings in the first row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import good rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a table of cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.xlsm *.csv *.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{good} cases can be imported; {bad} of {rows} rows can&apos;t.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns left alone: {names}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyHelp</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys of this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys that work while the CRM is in front are in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Use the line to say now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use another card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm the amount or date that was heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the amount or date first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss the flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss the flag with a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark this moment for review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause, and go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the wrap-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small window, and back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to another stage by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the required statements; Space ticks one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the transcript; arrows move in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the newest words</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveController</name>
    <message>
        <source>evenhand failed while it prepared the call. A report was written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LivePage</name>
    <message>
        <source>Must be said: {ticked} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteList</name>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeLine</name>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NowLine</name>
    <message>
        <source>Say now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer: {mind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions appear here once the call runs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfficeWindow</name>
    <message>
        <source>&amp;Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded ca&amp;lls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;quests and keeping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let someone else sign in; what is open is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  Demo records: invented calls only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassphraseAsker</name>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase of the records on this machine:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Mainland China</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>United States</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>Repayment plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can pay each month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The creditor has approved this plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To read out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed on the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pays at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First instalment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read this out so that the oral plan holds:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No limit on the number of months.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {months} months ({source}).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlayerBar</name>
    <message>
        <source>−5 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+5 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>❚❚ Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▶ Play</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>This call may not be placed now: {rules}. Open the case to see why, or give a reason to override it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules of {locale} are for calls in {rules}, not in {language}. Choose another place or language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent and customer would both be heard through {device}. Choose two devices: evenhand devices list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} can&apos;t be imported: {why}. Save the table as XLSX or as CSV with headings in the first row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no case {case}. Import it first, or check the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A case&apos;s data can&apos;t be read ({why}). Import the case again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no contact rules for {locale}. Choose another place, or add contact.yaml for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in before you override a contact rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in a few words why this call may be made in spite of the rule; it goes into the record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is not a phone number in {region}. Write it with its country code, such as +86 138 1234 5678.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first payment must be less than the {owed} that is owed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say on which day the first payment is due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plan may have 1 to {months} instalments ({source}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no plan texts for {locale}. Choose another place, or add plan.yaml for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is owed, so there is nothing to plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With {monthly} a month this would take more than {months} months. At least {needed} a month is needed, or a larger first payment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instalments of {amount} are below the least of {least}. Choose fewer months.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no wrap-up texts for {locale}. Choose another place, or add wrap_up.yaml for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}:{line}: {reason}. {instead}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data folder {folder} can&apos;t be written ({why}). Give yourself write access to it, or set {variable} to another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than one device is named {wanted}: {known}. Choose one in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No microphone was found. Connect the headset, check it in the system&apos;s sound settings, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be played ({why}). Connect the headset or speakers and check the sound settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No playback device that can be heard was found. Connect the headset, check it in the system&apos;s sound settings, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playback stopped: the output device has gone ({why}). Connect it and play again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no single device named {wanted}. Known devices: {known}. Choose one in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device {device} belongs to another system. Choose devices again: evenhand devices list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device {device} can&apos;t be listened to ({why}). Check that it is connected and that no other program holds it alone, then choose it again in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} can&apos;t be read further after {seconds} s ({why}); what came before is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has {channels} channels. Use a stereo file (agent left, customer right) or a mono one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound file {file} is empty (0 bytes). Record or copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound file {file} can&apos;t be opened ({why}). Check the name and your access to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds no sound at all. Record or copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is cut off: its header promises {promised} bytes of sound and {present} are there. Copy it again, or add --accept-truncated to use what is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not a sound file that can be read. Use wav, flac, ogg or mp3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The speech model {name} is broken: {file}: {why}. Fetch it again with: evenhand models get {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The speech model {name} is not installed. Get it with: evenhand models get {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No speech model is installed. Get one with: evenhand models get small-cn-0.22</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no speech model named {name}. Known ones: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The speech model {name} could not be fetched. Check the network or proxy, then try again. {reasons}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model folder {folder} can&apos;t be written ({why}). Give yourself write access to it, or set EVENHAND_DATA to another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This call&apos;s sound can&apos;t be read ({why}). Check the record with: evenhand verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This recording is not in the form that evenhand writes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech recognition could not start ({why}). Check the model with: evenhand models verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This call came from another installation; write your note where it was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call {call} goes on, was destroyed already, or is not one of yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proof can&apos;t be kept in {file} ({why}), so nothing was destroyed. Name a new file in a folder that exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content of entry {seq} was changed, so this call can&apos;t be shown. Run the check of the records, and restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program holds the record&apos;s database. Close it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk refuses to keep the recording ({why}). Free some space or check the disk; what was kept so far is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: the record can&apos;t be written. Free some space now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk refused to read or write the record ({why}). Check the disk; do not trust it until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content of this call was destroyed as its retention rule says; its proof remains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no single call {wanted} in {folder}. List the calls with: evenhand calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This call has no sound yet. Open it again when it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no recorded calls in {folder} yet. Play the demo with: evenhand demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A checkpoint file can&apos;t be read ({why}). Give the text file that was kept elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound of call {call} can&apos;t be opened ({why}). Restore it from a backup; the record itself is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no call {call} here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This installation&apos;s SQLite {version} can damage records (WAL-reset bug). Run the set-up again: it installs a version with the fix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}, which describes the records, can&apos;t be read. Restore it from a backup; the records were not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} exists already; a record is never created over another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another evenhand is using the records in {folder}. End it, or do this in its window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key file {path} is damaged, so the records can&apos;t be opened; nothing was changed. Restore it from a backup, or use the recovery key of your compliance team.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of the records on this machine is missing, so they can&apos;t be opened; nothing was changed. Restore the keyring, or use the recovery key of your compliance team.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The records&apos; key can&apos;t be kept in {path} ({why}). Give yourself write access to the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s keyring can&apos;t keep the records&apos; key ({why}). Unlock it and try again, or set a passphrase in EVENHAND_PASSPHRASE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record&apos;s database {path} is missing. Restore it from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database driver of this installation can&apos;t encrypt. Run the set-up again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} holds records whose description store.json is missing. Restore it from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The records on this machine are kept under a passphrase. Set {variable} and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not encrypted, so it is not this program&apos;s record. Move it away and restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} holds a {found} store, not a {wanted} one. Choose another data folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database refused the setting {name}; records would not be safe. Keep the data folder on a local disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} can&apos;t be locked ({why}). Keep the records on a local disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The records&apos; folder {folder} can&apos;t be written ({why}). Give yourself write access to it, or set EVENHAND_DATA to another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key does not open {path}. Nothing was changed. Use the right passphrase or key, or the recovery file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase is wrong. Try again; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no age identity. It begins with AGE-SECRET-KEY-1; copy the whole line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is no age recipient. It begins with age1; copy the whole line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine does not have the team&apos;s key, so it can&apos;t open packages. Add it with: evenhand keys import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was sealed for another key, or was changed. Ask for one made for your key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is no recovery file, or is damaged. Use another copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recovery file {path} can&apos;t be written ({why}). Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last change of keys is not finished. Close and open the records first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no retention rules for {locale}. Choose another place, or add retention.yaml for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why: the reason goes into the record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} set this hold, so someone else must release it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such hold. List those that are on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was removed but the database&apos;s log is in use, so it is not off the disk yet. It will be at the next start; close other programs that read the records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content of this call was destroyed already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This call is under a legal hold ({reason}). It stays until the hold is released.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This call goes on or was not closed yet. End it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This call must be kept until {date} ({rules}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This call must be kept: {rules} counts from something that has not happened yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This call is here already; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No team key is set, so nobody could open the package. Set it with: evenhand keys team RECIPIENT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This call goes on. End it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This package was not imported: {why}. Ask the sender to make it anew; nothing was changed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This package comes from an installation that is not trusted here: {origin}, key {fingerprint}. Compare the key with its user by telephone, then trust it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{location} can&apos;t be used ({why}). Check the path and that the share is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is there already. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a lead or a compliance person first; {name} can follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is the last who can manage people. Add another one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This needs two people who sign in. Add a lead and a compliance person first: evenhand people add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no reviewer here. List people: evenhand people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The role {role} may not do this ({right}). Ask your team&apos;s lead or compliance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The role {role} may not change a {subject}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This call is not one of yours, {name}. Ask your team&apos;s lead to assign it to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without signing in the records stay closed. Open them again to sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A password has at least {count} characters and is not the name. A sentence is good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has not signed in here. Sign in first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {name} here. List them: evenhand people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many wrong passwords. Try again in {seconds} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or password is wrong. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was decided already. Ask anew if it is still wanted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This needs the agreement of two different people, which is not there or has lapsed. Ask for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} asked for this, so someone else must decide. That is the point of two people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such request. List those that wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write something first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{url} is no address of a time-stamping service. Give one with https://</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kept checkpoint {name} in {place} is not this device&apos;s ({why}). Keep it and tell compliance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time-stamping service&apos;s root certificate {file} can&apos;t be read ({why}). Choose the PEM file that the service publishes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time-stamping service gave no good answer ({why}). Checkpoints wait here and are sent again; check its address and its root certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ledger {origin} does not extend what was cosigned before ({before} entries; now {now}). It may have been rolled back or rewritten: keep both checkpoints and tell compliance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This checkpoint is not the device&apos;s ({why}), so it is not cosigned. Ask for the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The records went backwards or were rewritten: {signed} entries were signed and kept in {place}, and the {now} here do not contain them. Stop, keep this machine as it is, and tell compliance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} can&apos;t be used for keeping checkpoints ({why}). Check the path and that the share is connected; recording goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is no evidence bundle. Give the folder that holds bagit.txt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is there already. Choose another folder, or move the old bundle away.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordMenu</name>
    <message>
        <source>&amp;Record…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note at this place…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on the call…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give to a reviewer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal hold…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release the hold…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a full export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for deletion…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you noticed at this place. Notes are kept with the call and never changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you noticed in this call. Notes are kept with the call and never changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give to reviewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who shall review this call? From then on they see it in their list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why must this call be kept? Nothing destroys it until someone else releases the hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is the hold not needed any more?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is an export with all numbers readable needed? Someone else must approve it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why shall the content of this call be destroyed? It takes someone else&apos;s approval, the end of its retention, and no hold.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordTexts</name>
    <message>
        <source>■ Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ Caution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● Coach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promise to pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hardship</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked to stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Third party answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Represented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Debtor has died</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At risk – handed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted, recovered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted, proof kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>provisional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Violation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mention only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deletion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked by the agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recogniser restarted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact rule overridden</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys that work while another program is in front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer to start when both sides begin to speak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the CRM open calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hotkeys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes into the record of the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As you name it on the phone; cards are filled with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A share that agents can add to and not change; empty for none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;ook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rules of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>https://… (RFC 3161); empty for none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PEM file that the service publishes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After each call the record&apos;s signed checkpoint goes there, and at start the records are compared with it. Only hashes leave this machine, never words or sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep checkpoints in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Time-stamping service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its &amp;root certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the system&apos;s output plays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your &amp;microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The &amp;customer&apos;s voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for devices …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound check (two minutes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action} (taken by another program)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While no call runs, only loudness is looked at; no sound is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses like evenhand://call?case=ID then start the call of a case that is known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer&apos;s voice is heard from what your headset plays: choose the output that you hear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be heard. Connect the headset and check the system&apos;s sound settings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SoundCheck</name>
    <message>
        <source>Nobody speaks now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now you speak, as in a call. Read something aloud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now only the other side speaks: a colleague on the line, or a voice played into the headset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both sides are heard apart. Calls can be held like this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer leaks faintly into your microphone and is told from you. Calls can be held like this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer is about as loud in your microphone as you are. Use a headset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two devices are the wrong way round. Swap them in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both voices are on both channels. Choose another device for one side in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One side was not heard, so nothing can be said. Check the devices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too quiet: turn it up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too loud: turn it down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distorts: turn it down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noisy surroundings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the device went away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{side} ({device}): voice {speech} dB, noise {noise} dB – {found}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SoundCheckDialog</name>
    <message>
        <source>Sound check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two minutes that show whether both sides are heard apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not good enough yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageStrip</name>
    <message>
        <source>Where the call stands. Click, or press G, to move it by hand.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPanel</name>
    <message>
        <source>Ready for the next call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evenhand listens to your microphone and to what your headset plays. Nothing leaves this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case number; may stay empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes into the record of the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rules of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo call:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mandarin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases and calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give your name first: it goes into the record of the call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the call …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>Build trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empathy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match their words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commitment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own words, own deeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What others do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solution first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>avoiding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resisting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>anxious</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>willing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SupervisionPage</name>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Because</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;fuse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Destroy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests that take two people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping: over, or under a legal hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in as {name}. Who asked for something can&apos;t approve it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests and retention are for your team&apos;s lead and compliance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no end yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroy the call&apos;s content and keep the proof</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelineBar</name>
    <message>
        <source>Timeline of the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent above, customer below. Click to go there; ← and → move by 5 s.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} · heard through the headset, counts as the customer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Warnings</name>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in evenhand failed ({what}); the call goes on. See the crash reports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last words took too long to recognise; the recording is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is slow: the recording is still being written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something needs attention ({code}). The call goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{side}: {device} is gone. The other side goes on; connect it again and it is heard again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{side}: nothing is heard from {device}. Is it muted?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{side}: {device} is too loud and distorts. Turn it down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{side}: {device} is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognition is {seconds} s behind: the customer&apos;s side hears key phrases only. Recording is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognition is {seconds} s behind and works with less care. Recording is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognition is {seconds} s behind. Recording is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{side}: sound is missing here (device gone)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{side}: sound is missing here (the machine was too busy)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{side}: not recognised here; the recording has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{side}: recognition was restarted here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording stops here: the disk refused it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WrapUpPanel</name>
    <message>
        <source>Wrap-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafted from what was said. Change what is not right, then save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last words are being recognised …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Promise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pa&amp;yments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date (2026-12-05)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date and time (2026-12-05 10:00)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save  Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check what is marked: amounts are numbers, dates are written 2026-12-05.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record is being closed …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record closed and verified: {entries} entries, nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of {entries} entries does NOT verify. Tell your compliance team.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_WindowTexts</name>
    <message>
        <source>evenhand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A call is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A call is being recorded. Close evenhand all the same?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was heard so far is kept. The wrap-up would be missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the call</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
