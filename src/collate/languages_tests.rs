//! Texts in other languages than English: words, sentences and shared passages as their readers would have them.

use super::drawn::{check, of_texts};

#[test]
fn german() {
    check(
        "[1 Die Leuchtturmwärterin zählte am 3. Mai vor Sonnenaufgang neun Laternen.] [2~ Der Deich soll „noch in diesem Jahr“ erhöht werden, sagte Bürgermeisterin Öhlers.]",
        "[1 Die Leuchtturmwärterin zählte am 3. Mai vor Sonnenaufgang neun Laternen.] [2~ Der Deich soll »noch in diesem Jahr« verstärkt werden, sagte Bürgermeisterin Öhlers.]",
    );
}

#[test]
fn french() {
    check(
        "[1~ « Une porte que personne ne graisse n’est qu’un mur très cher », a rappelé l’ingénieur.] Il pleuvait sur le port.",
        "[1~ “Une porte que personne ne graisse n'est qu'un mur très cher”, a répété l'ingénieur.] Le maire souriait.",
    );
}

#[test]
fn spanish() {
    check(
        "¿Quién vigila la presa? [1~ Las nueve compuertas se cerraron el martes en once minutos, según el puerto.]",
        "[1~ Las nueve compuertas se cerraron el lunes en once minutos, según el puerto.] ¡Nadie lo esperaba!",
    );
}

#[test]
fn russian() {
    check(
        "[1~ Смотрительница маяка насчитала до рассвета девять фонарей и записала их в журнал.] Над гаванью шёл дождь.",
        "В гавани было тихо. [1~ Смотрительница маяка насчитала до рассвета восемь фонарей и записала их в журнал.]",
    );
}

#[test]
fn arabic() {
    check(
        "[1~ أغلقت المدينة بوابات السد التسع صباح الثلاثاء خلال إحدى عشرة دقيقة.] هل نام الحارس؟",
        "[1~ أغلقت المدينة بوابات السد التسع صباح الاثنين خلال إحدى عشرة دقيقة.] لا أحد يعرف.",
    );
}

#[test]
fn hindi() {
    check(
        "[1~ नगर ने मंगलवार की सुबह बाँध के नौ द्वार ग्यारह मिनट में बंद किए।] पहरेदार सो गया।",
        "[1~ नगर ने सोमवार की सुबह बाँध के नौ द्वार ग्यारह मिनट में बंद किए।] किसी ने नहीं देखा।",
    );
}

#[test]
fn chinese() {
    check(
        "[1~ 守塔人在星期二黎明前数了九盏灯笼，并写进日志。]天下着雨。",
        "[1~ 守塔人在星期三黎明前数了九盏灯笼，并写进日志。]港口很安静。",
    );
}

#[test]
fn japanese() {
    check(
        "[1~ 灯台守は火曜日の夜明け前に九つの灯籠を数えて日誌に記した。]雨が降っていた。",
        "[1~ 灯台守は水曜日の夜明け前に九つの灯籠を数えて日誌に記した。]港は静かだった。",
    );
}

#[test]
fn korean() {
    check(
        "[1~ 등대지기는 화요일 새벽이 오기 전에 등불 아홉 개를 모두 세어 일지에 적었다.] 밤새 항구에 비가 왔다.",
        "[1~ 등대지기는 수요일 새벽이 오기 전에 등불 아홉 개를 모두 세어 일지에 적었다.] 오늘 항구는 조용했다.",
    );
}

#[test]
fn thai() {
    let (_, collation) = of_texts(
        "ผู้เฝ้าประภาคารนับโคมไฟได้เก้าดวงก่อนรุ่งสางวันอังคารและจดลงในสมุดบันทึก",
        "ผู้เฝ้าประภาคารนับโคมไฟได้เก้าดวงก่อนรุ่งสางวันพุธและจดลงในสมุดบันทึก",
    );
    let coverage = collation.coverage.left;
    assert!(coverage.percent(coverage.shared()) >= 80, "{coverage:?}");
}

#[test]
fn letters_alone_make_no_statement_where_words_have_no_spaces() {
    let changed = |left: &str, right: &str| {
        let same = "守塔人在星期二黎明前数了九盏灯笼，并写进日志。";
        let (_, collation) =
            of_texts(&format!("{same}\n\n{left}\n\n天下着雨。"), &format!("{same}\n\n{right}\n\n港口很安静。"));
        collation.matches.iter().filter(|found| found.class != super::Class::Verbatim).count()
    };
    let left = "新灯塔预计花费七百万元，由省政府出一半的钱。";
    assert_eq!(changed(left, "市政府将卖渡轮票，每张三元。"), 0);
    assert_eq!(changed(left, "省政府会为新灯塔出一半的花费。"), 1);
}
