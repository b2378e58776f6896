"""Arabic, Chinese and Russian: the plain words of a call."""

import pytest

from tests.ingest.drafting.asks.found import calls, promises


class OthersTests:
    @pytest.mark.parametrize(
        ("language", "call", "rest"),
        [
            ("ar", "وندعو جميع الدول إلى التعاون.", "نشكر الرئاسة."),
            ("ar", "يجب حماية الضحايا.", "هل يجب أن ننتظر؟"),
            ("zh", "我们呼吁各方保持克制。", "我们感谢主席。"),
            ("zh", "国际社会应加强合作。", "我们积极响应倡议。"),
            ("ru", "Мы призываем стороны к диалогу.", "Благодарим Вас."),
            ("ru", "Государства должны сотрудничать.", "Следует отметить этот успех."),
        ],
    )
    def test_call(self, language, call, rest):
        assert calls(f"{rest} {call}", language) == [call]

    def test_promises_are_told_apart(self):
        assert promises("Мы будем помогать.", "ru") == ["Мы будем помогать."]
        assert promises("中方将继续努力。", "zh") == ["中方将继续努力。"]
